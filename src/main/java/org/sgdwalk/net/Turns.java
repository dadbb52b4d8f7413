package org.sgdwalk.net;

/** Lets threads through one at a time in the order of their numbers, from 0. */
final class Turns {
  private int next;
  private boolean broken;

  /**
   * Waits until all smaller numbers are through, then does the work.
   *
   * @throws IllegalStateException if a smaller number never comes: {@link #breakOff} was called
   */
  synchronized void take(int number, Runnable work) {
    awaitTurn(number);
    work.run();
    next++;
    notifyAll();
  }

  /** Lets nobody through any more: the number whose turn it is will not come. */
  synchronized void breakOff() {
    broken = true;
    notifyAll();
  }

  private synchronized void awaitTurn(int number) {
    try {
      while (number != next && !broken) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another worker computed", e);
    }
    if (broken) {
      throw new IllegalStateException("another worker failed");
    }
  }
}
