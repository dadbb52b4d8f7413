package org.sgdwalk.net;

/** A program that starts ND4J twice and prints what it was told. */
final class StartTwice {
  private StartTwice() {}

  /** Prints a line for each start. */
  public static void main(String[] arguments) {
    for (int i = 0; i < 2; i++) {
      try {
        Backend.start();
        System.out.println("started");
      } catch (BackendException e) {
        System.out.println(e.getMessage());
      }
    }
    System.exit(0);
  }
}
