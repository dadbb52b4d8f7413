package org.sgdwalk.figure;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jfree.data.xy.XYSeries;

/**
 * Fewer points that look the same: of each run of points the first, the last, the lowest, the
 * highest and a gap. A figure has fewer pixels than a long walk has points; what is judged and what
 * the data's table has is never thinned.
 */
final class Thinning {
  /** Up to so many points a curve is drawn as it is. */
  static final int MOST = 3_000;

  /** Two runs of points to a pixel of the widest panel would not be seen. */
  private static final int RUNS = 500;

  private Thinning() {}

  static XYSeries of(XYSeries points) {
    int count = points.getItemCount();
    if (count <= MOST) {
      return points;
    }
    XYSeries thinned = new XYSeries(points.getKey(), false, true);
    for (int run = 0; run < RUNS; run++) {
      int from = (int) ((long) count * run / RUNS);
      int to = (int) ((long) count * (run + 1) / RUNS);
      for (int i : kept(points, from, to)) {
        thinned.add(points.getDataItem(i), false);
      }
    }
    return thinned;
  }

  private static SortedSet<Integer> kept(XYSeries points, int from, int to) {
    SortedSet<Integer> kept = new TreeSet<>();
    kept.add(from);
    kept.add(to - 1);
    int low = -1;
    int high = -1;
    for (int i = from; i < to; i++) {
      double y = points.getY(i).doubleValue();
      if (Double.isNaN(y)) {
        kept.add(i);
      } else {
        low = low < 0 || y < points.getY(low).doubleValue() ? i : low;
        high = high < 0 || y > points.getY(high).doubleValue() ? i : high;
      }
    }
    if (low >= 0) {
      kept.add(low);
      kept.add(high);
    }
    return kept;
  }
}
