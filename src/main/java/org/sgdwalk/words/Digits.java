package org.sgdwalk.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.sgdwalk.stats.MedianInterval;

/**
 * Numbers for people: three significant digits, as many as a median over tens of seeds is worth.
 * All that print a number of a verdict round it here, so that one number reads the same everywhere.
 */
public final class Digits {
  /** Below it leading zeros are harder to count than an exponent is to read. */
  private static final double SMALLEST_PLAIN = 1e-4;

  private Digits() {}

  /** Three significant digits; {@code NaN} and infinities by name. */
  public static String three(double x) {
    return of(x, 3);
  }

  /** Writes a number with so many significant digits. */
  public static String of(double x, int digits) {
    if (x == 0 || !Double.isFinite(x)) {
      return x == 0 ? "0" : Double.toString(x);
    }
    BigDecimal rounded =
        BigDecimal.valueOf(x)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    return Math.abs(x) < SMALLEST_PLAIN ? rounded.toString() : rounded.toPlainString();
  }

  /** A probability in percent, for example {@code 95.7 %}. */
  public static String percent(double probability) {
    return three(100 * probability) + " %";
  }

  /** Median and its interval, for example {@code -0.42 [-0.5, -0.3]}. */
  public static String effect(MedianInterval interval) {
    return three(interval.median())
        + " ["
        + three(interval.low())
        + ", "
        + three(interval.high())
        + "]";
  }
}
