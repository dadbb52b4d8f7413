package org.sgdwalk.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic y axis for losses and heights, with ticks at 1, 2 and 5 times the powers of ten;
 * JFreeChart's own puts them at broken numbers when the range is a decade or two.
 */
final class LogLossAxis extends LogAxis {
  private static final long serialVersionUID = 1;
  private static final int[] MANTISSAS = {1, 2, 5};

  /** Beyond this many decades the labels of 2 and 5 would touch each other. */
  private static final double MOST_DECADES_WITH_ALL = 3;

  LogLossAxis(String label) {
    super(label);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    double low = getRange().getLowerBound();
    double high = getRange().getUpperBound();
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    boolean all = Math.log10(high / low) <= MOST_DECADES_WITH_ALL;
    List<NumberTick> ticks = new ArrayList<>();
    for (int decade = first; decade <= last; decade++) {
      for (int mantissa : MANTISSAS) {
        double value = Double.parseDouble(mantissa + "e" + decade);
        if (value >= low && value <= high && (all || mantissa == 1)) {
          ticks.add(
              new NumberTick(
                  value, Digits.three(value), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0));
        }
      }
    }
    return ticks;
  }
}
