package org.sgdwalk.figure;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.jfree.data.xy.XYSeries;

/**
 * Fewer points that look the same: of each run of points the first, the last, the lowest, the
 * highest and a gap. A figure has fewer pixels than a long walk has points; what is judged and what
 * the data's table has is never thinned.
 */
public final class Thinning {
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
    for (int i : kept(count, RUNS, i -> points.getY(i).doubleValue())) {
      thinned.add(points.getDataItem(i), false);
    }
    return thinned;
  }

  /**
   * Which points are kept: four of a run at most, and its gaps.
   *
   * @param count how many points there are, at least as many as runs
   * @param runs how many runs of equal length they are divided into
   * @param y of each point, from 0; NaN is a gap
   */
  public static SortedSet<Integer> kept(int count, int runs, IntToDoubleFunction y) {
    SortedSet<Integer> kept = new TreeSet<>();
    for (int run = 0; run < runs; run++) {
      int from = (int) ((long) count * run / runs);
      int to = (int) ((long) count * (run + 1) / runs);
      kept.addAll(ofRun(from, to, y));
    }
    return kept;
  }

  private static SortedSet<Integer> ofRun(int from, int to, IntToDoubleFunction at) {
    SortedSet<Integer> kept = new TreeSet<>();
    kept.add(from);
    kept.add(to - 1);
    int low = -1;
    int high = -1;
    for (int i = from; i < to; i++) {
      double y = at.applyAsDouble(i);
      if (Double.isNaN(y)) {
        kept.add(i);
      } else {
        low = low < 0 || y < at.applyAsDouble(low) ? i : low;
        high = high < 0 || y > at.applyAsDouble(high) ? i : high;
      }
    }
    if (low >= 0) {
      kept.add(low);
      kept.add(high);
    }
    return kept;
  }
}
