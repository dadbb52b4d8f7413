package org.sgdwalk.paper;

import java.util.Arrays;

/** The mean of some values. */
final class Mean {
  private Mean() {}

  /** NaN for none. */
  static double of(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
