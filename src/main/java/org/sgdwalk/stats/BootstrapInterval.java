package org.sgdwalk.stats;

import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.stat.descriptive.rank.Median;
import org.hipparchus.stat.descriptive.rank.Percentile;

/**
 * Percentile bootstrap interval of a median (Efron, 1979). It needs no distribution, but with few
 * values it is somewhat narrow or wide, as the median can only be one of them or a midpoint.
 *
 * @param median the sample's median, in the values' unit; the mean of the middle two for an even
 *     number
 * @param low lower end, at most {@code high}
 * @param high upper end
 * @param level nominal coverage, for example 0.95
 * @param resamples number of resamples
 */
public record BootstrapInterval(
    double median, double low, double high, double level, int resamples) {

  /**
   * Enough that the resampling error of an end's probability, sqrt(0.025 * 0.975 / 9,999), is below
   * 0.002; and with one less than a multiple of 1,000 the ends of a 95 % interval are exact order
   * statistics, the 250th and the 9,750th.
   */
  public static final int RESAMPLES = 9_999;

  /** Fixed, so that the same values give the same interval; the number itself means nothing. */
  private static final int SEED = 20180224;

  /**
   * The interval of the values' median, the same for any order of them and on any JDK.
   *
   * @param values at least one finite value; not modified. One value is its own interval
   * @param level nominal coverage, between 0 and 1 exclusive
   * @throws IllegalArgumentException for no values, one that is NaN or infinite, or another level
   */
  public static BootstrapInterval ofMedian(double[] values, double level) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a median needs at least one value, got none");
    }
    Finite.require(values, "value");
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be between 0 and 1, got " + level);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    Percentile medians = new Percentile();
    medians.setData(resampledMedians(sorted));
    double tail = 100 * (1 - level) / 2;
    return new BootstrapInterval(
        new Median().evaluate(sorted),
        medians.evaluate(tail),
        medians.evaluate(100 - tail),
        level,
        RESAMPLES);
  }

  private static double[] resampledMedians(double[] sorted) {
    RandomGenerator random = new Well19937c(SEED);
    Median median = new Median();
    double[] medians = new double[RESAMPLES];
    double[] resample = new double[sorted.length];
    for (int r = 0; r < medians.length; r++) {
      for (int i = 0; i < resample.length; i++) {
        resample[i] = sorted[random.nextInt(sorted.length)];
      }
      medians[r] = median.evaluate(resample);
    }
    return medians;
  }
}
