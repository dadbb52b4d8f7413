package org.sgdwalk.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.plot.ValueAxisPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * A logarithmic y axis for losses and heights, with ticks at 1, 2 and 5 times the powers of ten,
 * where the range has two of these; JFreeChart's own puts them at broken numbers when the range is
 * a decade or two.
 */
final class LogLossAxis extends LogAxis {
  private static final long serialVersionUID = 1;
  private static final int[] MANTISSAS = {1, 2, 5};

  /** Beyond this many decades the labels of 2 and 5 would touch each other. */
  private static final double MOST_DECADES_WITH_ALL = 3;

  /** Of more decades than this some have no label. */
  private static final int MOST_DECADES = 8;

  /** With fewer labels than two nobody can read a value. */
  private static final int FEWEST = 2;

  /** Labels of a narrow range, at most. */
  private static final int EVEN = 5;

  /** Values as near to each other, as a factor, are drawn as one. */
  private static final double ALONE = 1 + 1e-6;

  /** What is shown around one, as a factor. */
  private static final double AROUND = 2;

  private static final NumberTickUnitSource STEPS = new NumberTickUnitSource();

  LogLossAxis(String label) {
    super(label);
  }

  /**
   * JFreeChart's own finds no range around a value of 1e8 and more that stands alone, and throws.
   */
  @Override
  protected void autoAdjustRange() {
    Range data = getPlot() instanceof ValueAxisPlot plot ? plot.getDataRange(this) : null;
    if (data != null
        && data.getLowerBound() > 0
        && data.getUpperBound() <= data.getLowerBound() * ALONE) {
      setRange(
          new Range(data.getLowerBound() / AROUND, data.getUpperBound() * AROUND), false, false);
    } else {
      super.autoAdjustRange();
    }
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    double low = getRange().getLowerBound();
    double high = getRange().getUpperBound();
    List<Double> values = ofDecades(low, high);
    return (values.size() < FEWEST ? evenly(low, high) : values)
        .stream().map(LogLossAxis::tick).toList();
  }

  private static List<Double> ofDecades(double low, double high) {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    boolean all = Math.log10(high / low) <= MOST_DECADES_WITH_ALL;
    List<Double> values = new ArrayList<>();
    int stride = (last - first) / MOST_DECADES + 1;
    for (int decade = first; decade <= last; decade += stride) {
      for (int mantissa : MANTISSAS) {
        double value = Double.parseDouble(mantissa + "e" + decade);
        if (value >= low && value <= high && (all || mantissa == 1)) {
          values.add(value);
        }
      }
    }
    return values;
  }

  /** Multiples of a round step, for a range that lies between two such ticks. */
  private static List<Double> evenly(double low, double high) {
    double step = STEPS.getCeilingTickUnit((high - low) / EVEN).getSize();
    List<Double> values = new ArrayList<>();
    for (long k = (long) Math.ceil(low / step); k * step <= high; k++) {
      values.add(k * step);
    }
    return values;
  }

  private static NumberTick tick(double value) {
    return new NumberTick(value, Axes.number(value), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0);
  }
}
