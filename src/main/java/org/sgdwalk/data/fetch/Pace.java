package org.sgdwalk.data.fetch;

import java.time.Duration;

/** Whether bytes arrive fast enough: some in every stall period. */
final class Pace {
  private final Duration stall;
  private long start = System.nanoTime();
  private long received;

  Pace(Duration stall) {
    this.stall = stall;
  }

  void received(int count) {
    received += count;
    if (received >= Timeouts.LEAST_BYTES) {
      received = 0;
      start = System.nanoTime();
    }
  }

  /** How long to wait for more; never below zero. */
  Duration patience() {
    Duration left = stall.minusNanos(System.nanoTime() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
