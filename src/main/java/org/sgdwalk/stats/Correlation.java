package org.sgdwalk.stats;

import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/** Pearson's correlation of paired values. */
public final class Correlation {
  private Correlation() {}

  /**
   * The sample correlation, in [-1, 1]; NaN when either does not vary.
   *
   * @param x at least two finite numbers; not modified
   * @param y as many; not modified
   * @throws IllegalArgumentException for other lengths, NaN or infinity
   */
  public static double of(double[] x, double[] y) {
    if (x.length != y.length || x.length < 2) {
      throw new IllegalArgumentException(
          "a correlation needs two pairs at least, got " + x.length + " and " + y.length);
    }
    Finite.require(x, "x");
    Finite.require(y, "y");
    return new PearsonsCorrelation().correlation(x, y);
  }

  /**
   * The correlation of the ranks of numbers, tied ones sharing the mean of theirs: by Spearman.
   *
   * @param x as in {@link #of}
   * @param y as in {@link #of}
   */
  public static double ofRanks(double[] x, double[] y) {
    NaturalRanking ranking = new NaturalRanking(TiesStrategy.AVERAGE);
    return of(ranking.rank(x), ranking.rank(y));
  }
}
