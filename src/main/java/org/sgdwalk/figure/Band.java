package org.sgdwalk.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Where the middle half of several seeds lies along an axis.
 *
 * @param name for the data's table
 * @param color of the area, to be drawn lightly
 * @param places from the left
 */
record Band(String name, Color color, List<Place> places) {
  /** With fewer seeds there is no middle half. */
  static final int FEWEST = 4;

  private static final double QUARTER = 25;
  private static final float LIGHT = 0.22f;
  private static final int MOST_DRAWN = 600;

  /** A place with no other beside it is drawn wider by so much, or nobody would see it. */
  private static final double ALONE = 0.4;

  /** Copies the list. */
  Band {
    places = List.copyOf(places);
  }

  /** The middle half at a place. */
  record Place(double x, double low, double high) {}

  /** The quartiles of what several seeds have at the same places; where few have it, nothing. */
  static Band of(String name, Color color, SortedMap<Double, List<Double>> values) {
    List<Place> places = new ArrayList<>();
    values.forEach(
        (x, ys) -> {
          if (ys.size() >= FEWEST) {
            double[] sorted = ys.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            places.add(new Place(x, quantile(sorted, QUARTER), quantile(sorted, 100 - QUARTER)));
          }
        });
    return new Band(name, color, places);
  }

  private static double quantile(double[] values, double percent) {
    return new Percentile(percent)
        .withEstimationType(Percentile.EstimationType.R_7)
        .evaluate(Arrays.copyOf(values, values.length));
  }

  /** What a plot takes; of very many places some. */
  YIntervalSeriesCollection dataset() {
    YIntervalSeries series = new YIntervalSeries(name, false, true);
    int stride = Math.max(1, places.size() / MOST_DRAWN);
    if (places.size() == 1) {
      add(series, places.get(0), -ALONE);
      add(series, places.get(0), ALONE);
    } else {
      for (int i = 0; i < places.size(); i += stride) {
        add(series, places.get(i), 0);
      }
    }
    YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
    dataset.addSeries(series);
    return dataset;
  }

  private static void add(YIntervalSeries series, Place at, double aside) {
    series.add(at.x() + aside, (at.low() + at.high()) / 2, at.low(), at.high());
  }

  DeviationRenderer renderer() {
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setSeriesFillPaint(0, color);
    renderer.setSeriesPaint(0, color);
    renderer.setAlpha(LIGHT);
    renderer.setSeriesVisibleInLegend(0, false);
    return renderer;
  }

  /** Its ends as a curve, for the range of an axis. */
  Curve ends() {
    Curve ends = Curve.named(name, Look.line(color)).unnamed();
    places.forEach(at -> ends.add(at.x(), at.low()).add(at.x(), at.high()));
    return ends;
  }
}
