package org.sgdwalk.stats;

/** The check that every statistic here makes of its input. */
final class Finite {
  private Finite() {}

  /** Throws an IllegalArgumentException that names the first NaN or infinite value. */
  static void require(double[] values, String what) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            what + " " + i + " must be finite, got " + values[i] + " (counted from 0)");
      }
    }
  }
}
