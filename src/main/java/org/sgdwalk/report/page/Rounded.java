package org.sgdwalk.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers of a trace with as many digits as can be seen. What is no finite number is null. */
final class Rounded {
  /** Significant digits. */
  static final int DIGITS = 5;

  /** Digits of a cross-section's range: a thousandth of a drawing's height is not seen. */
  private static final int OF_RANGE = 4;

  private Rounded() {}

  /** A number with {@value #DIGITS} significant digits. */
  static @Nullable Double of(double x) {
    return of(x, Integer.MIN_VALUE);
  }

  /** The same with at least so many decimals, where that is more. */
  static @Nullable Double of(double x, int decimals) {
    return Double.isFinite(x)
        ? (Double)
            BigDecimal.valueOf(x)
                .setScale(Math.max(decimals, DIGITS - 1 - magnitude(x)), RoundingMode.HALF_EVEN)
                .doubleValue()
        : null;
  }

  /**
   * How many decimals the losses of a cross-section need at least, where they differ by little, so
   * that its shape stays.
   *
   * @param losses nats per example
   */
  static int decimals(List<Double> losses) {
    double[] finite =
        losses.stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double range = finite.length == 0 ? 0 : finite[finite.length - 1] - finite[0];
    return range > 0 ? OF_RANGE - 1 - magnitude(range) : 0;
  }

  /** The power of ten at or below a number; 0 for 0. */
  private static int magnitude(double x) {
    return x == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(x)));
  }
}
