package org.sgdwalk.cli;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A device that nobody has here, by what it is said to do.
 *
 * @param teraflops multiplications and additions a second, in 10^12
 * @param efficiency the part of them that the runs are assumed to reach, at most 1
 */
record PlanDevice(double teraflops, double efficiency) {
  private static final double PERCENT = 100;

  /** No device of today makes fewer or more. */
  private static final double LEAST = 1e-3;

  private static final double MOST = 1e6;

  /**
   * The device of the options.
   *
   * @return null where none is asked for
   * @throws InputException naming the option that is impossible
   */
  static @Nullable PlanDevice of(@Nullable Double teraflops, @Nullable Double percent) {
    if (teraflops == null) {
      if (percent != null) {
        throw new InputException("--efficiency: is of --tflops, which is missing");
      }
      return null;
    }
    if (!(teraflops >= LEAST && teraflops <= MOST)) {
      throw new InputException("--tflops: must be 0.001 to 1,000,000, got " + teraflops);
    }
    if (percent != null && !(percent >= 1 && percent <= PERCENT)) {
      throw new InputException("--efficiency: must be 1 to 100, got " + percent);
    }
    return new PlanDevice(teraflops, percent == null ? 1 : percent / PERCENT);
  }

  double seconds(double operations) {
    return operations / (teraflops * 1e12 * efficiency);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "at %s TFLOP/s, of which %.0f %% are reached (--efficiency): both assumed",
        BigDecimal.valueOf(teraflops).stripTrailingZeros().toPlainString(),
        PERCENT * efficiency);
  }
}
