package org.sgdwalk.stats;

import java.util.Arrays;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * A median between two order statistics, the k-th smallest and the k-th largest value: whatever the
 * values are distributed as, their median lies outside with exactly twice the chance that fewer
 * than k of n fair coins fall on one side. That is for a number of values fixed beforehand; a
 * number that a stopping rule chose makes it a description.
 *
 * <p>Source: H. David and H. Nagaraja, Order Statistics (2003), section 7.1.
 *
 * @param median the sample's median, in the values' unit; the mean of the middle two for an even
 *     number
 * @param low lower end, at most {@code high}
 * @param high upper end
 * @param level attained coverage: at least the one asked for where the number of values allows it,
 *     else that of the whole range, 0 for a single value
 */
public record MedianInterval(double median, double low, double high, double level) {

  /**
   * The narrowest such interval of at least this coverage.
   *
   * @param values at least one finite value, in any order; not modified
   * @param level coverage asked for, between 0 and 1 exclusive
   * @throws IllegalArgumentException for no values, one that is NaN or infinite, or another level
   */
  public static MedianInterval of(double[] values, double level) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a median needs at least one value, got none");
    }
    Finite.require(values, "value");
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be between 0 and 1, got " + level);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int k = 0;
    while (2 * (k + 1) < sorted.length && coverage(sorted.length, k + 1) >= level) {
      k++;
    }
    return new MedianInterval(
        new Median().evaluate(sorted),
        sorted[k],
        sorted[sorted.length - 1 - k],
        coverage(sorted.length, k));
  }

  /** Of the interval without the k smallest and the k largest of n values. */
  private static double coverage(int n, int k) {
    return 1 - 2 * new BinomialDistribution(n, 0.5).cumulativeProbability(k);
  }
}
