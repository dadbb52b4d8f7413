package org.sgdwalk.figure;

import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;

/** Axes in the style of all figures. Numbers are written alike in every locale. */
final class Axes {
  private Axes() {}

  /** An axis of whole numbers: updates, epochs, seeds. */
  static NumberAxis integers(String label, double low, double high) {
    NumberAxis axis = new NumberAxis(label);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    axis.setRange(low, Math.max(low + 1, high));
    style(axis);
    return axis;
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
    }
  }
}
