package org.sgdwalk.net;

import org.sgdwalk.net.engines.Engines;

/** A program that starts an engine twice and prints what it was told. */
final class StartTwice {
  private StartTwice() {}

  /** Prints a line for each start. */
  public static void main(String[] arguments) {
    for (int i = 0; i < 2; i++) {
      try {
        Engines.of(Engines.STANDARD).start();
        System.out.println("started");
      } catch (EngineException e) {
        System.out.println(e.getMessage());
      }
    }
    System.exit(0);
  }
}
