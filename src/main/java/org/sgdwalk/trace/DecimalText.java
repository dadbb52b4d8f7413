package org.sgdwalk.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A double as decimal text and back, exactly, with the same text on every JDK. {@link
 * Double#toString(double)} will not do: it writes other digits from JDK 19 on.
 *
 * <p>The exact value is rounded to the fewest of 15, 16 or 17 significant digits that give the same
 * double again; trailing zeros are dropped. From 1e-6 up to below 1e17 it is plain ({@code 0.1},
 * {@code 120}), otherwise scientific ({@code 1.5E-7}, {@code 1E+17}). Zero keeps its sign ({@code
 * 0}, {@code -0}). NaN is the empty text.
 */
final class DecimalText {
  /** Any decimal of 15 digits survives the way into a double and back. */
  private static final int FEWEST_DIGITS = 15;

  /** 17 digits tell any two doubles apart. */
  private static final int MOST_DIGITS = 17;

  /** What Double.parseDouble takes without its NaN, Infinity, hexadecimal, suffixes and blanks. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E[+-]?[0-9]+)?");

  private DecimalText() {}

  /**
   * The text of a double; empty for NaN.
   *
   * @throws IllegalArgumentException for an infinite one
   */
  static String format(double x) {
    if (Double.isNaN(x)) {
      return "";
    }
    if (Double.isInfinite(x)) {
      throw new IllegalArgumentException("must be finite, got " + x);
    }
    if (x == 0) {
      return 1 / x > 0 ? "0" : "-0";
    }
    BigDecimal exact = new BigDecimal(x);
    int digits = FEWEST_DIGITS;
    BigDecimal rounded = round(exact, digits);
    while (digits < MOST_DIGITS && rounded.doubleValue() != x) {
      rounded = round(exact, ++digits);
    }
    BigDecimal bare = rounded.stripTrailingZeros();
    // Decimal exponent of the leading digit. BigDecimal's own text is scientific below 1e-6, and
    // from 1e17 up, where 17 digits cannot reach the decimal point.
    int exponent = bare.precision() - bare.scale() - 1;
    return exponent >= 0 && exponent < MOST_DIGITS ? bare.toPlainString() : bare.toString();
  }

  /**
   * The double of a text; NaN for the empty one.
   *
   * @throws NumberFormatException for anything but a decimal number within a double's range
   */
  static double parse(String text) {
    if (text.isEmpty()) {
      return Double.NaN;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new NumberFormatException("'" + text + "' is no number");
    }
    double x = Double.parseDouble(text);
    if (Double.isInfinite(x)) {
      throw new NumberFormatException("'" + text + "' is too large for a double");
    }
    return x;
  }

  private static BigDecimal round(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }
}
