package org.sgdwalk.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.sgdwalk.words.Digits;

/** Axes in the style of all figures. Numbers are written alike in every locale. */
final class Axes {
  private static final double AIR = 0.012;

  private static final double SMALLEST_PLAIN = 1e-3;
  private static final double LARGEST_PLAIN = 1e5;
  private static final int PLAIN_DIGITS = 6;

  /** A power of ten may come out as one that is a digit short. */
  private static final double ROUNDING = 1e-9;

  private Axes() {}

  /** An axis of whole numbers: updates, epochs, seeds; with air for dots on its ends. */
  static NumberAxis integers(String label, double low, double high) {
    NumberAxis axis = new NumberAxis(label);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    double end = Math.max(low + 1, high);
    double air = AIR * (end - low);
    axis.setRange(low - air, end + air);
    style(axis);
    return axis;
  }

  /** A number at a tick: plain, or with an exponent where there would be many zeros. */
  static String number(double value) {
    double size = Math.abs(value);
    if (value == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)) {
      return Digits.of(value, PLAIN_DIGITS);
    }
    int exponent = (int) Math.floor(Math.log10(size) + ROUNDING);
    return Digits.three(value / Math.pow(10, exponent)) + "e" + exponent;
  }

  /** Fonts and colours. */
  static void style(ValueAxis axis) {
    axis.setLabelFont(Palette.LABEL);
    axis.setLabelPaint(Palette.INK);
    axis.setTickLabelFont(Palette.TICK);
    axis.setTickLabelPaint(Palette.SOFT_INK);
    axis.setAxisLinePaint(Palette.SOFT_INK);
    axis.setTickMarkPaint(Palette.SOFT_INK);
    if (axis instanceof NumberAxis number && number.getStandardTickUnits() != null) {
      boolean whole = number.getStandardTickUnits().getCeilingTickUnit(0.01).getSize() >= 1;
      number.setStandardTickUnits(
          whole
              ? NumberAxis.createIntegerTickUnits(Locale.ROOT)
              : NumberAxis.createStandardTickUnits(Locale.ROOT));
      if (!whole) {
        number.setNumberFormatOverride(new TickFormat());
      }
    }
  }

  /** Writes ticks as {@link #number} does, on a linear axis too. */
  private static final class TickFormat extends NumberFormat {
    private static final long serialVersionUID = 1;

    @Override
    public StringBuffer format(double value, StringBuffer to, FieldPosition at) {
      return to.append(number(value));
    }

    @Override
    public StringBuffer format(long value, StringBuffer to, FieldPosition at) {
      return to.append(number((double) value));
    }

    @Override
    public Number parse(String text, ParsePosition at) {
      throw new UnsupportedOperationException("ticks are written, not read");
    }
  }
}
