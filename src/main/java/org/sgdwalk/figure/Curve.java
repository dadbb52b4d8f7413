package org.sgdwalk.figure;

import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Points of a panel and how they are drawn. A NaN interrupts a line.
 *
 * @param points the points; their key is the legend's text
 * @param look how they are drawn
 * @param inLegend whether the legend names them
 */
record Curve(XYSeries points, Look look, boolean inLegend) {

  /** An empty curve to which points are added in order. */
  static Curve named(String name, Look look) {
    return new Curve(new XYSeries(name, false, true), look, true);
  }

  /** Gives these points without an entry in the legend. */
  Curve unnamed() {
    return new Curve(points, look, false);
  }

  /** Adds a point. */
  Curve add(double x, double y) {
    points.add(x, y, false);
    return this;
  }

  /** What a plot takes: the points, thinned where there are very many. */
  XYSeriesCollection dataset() {
    return new XYSeriesCollection(Thinning.of(points));
  }

  /** Smallest y; NaN without any. */
  double min() {
    return points.getMinY();
  }

  /** Largest y; NaN without any. */
  double max() {
    return points.getMaxY();
  }
}
