package org.sgdwalk.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What a sequential test does with independent bits of one probability when the bits run out at a
 * cap: exact, not simulated. After each bit the undecided walks are told apart by their number of
 * successes alone, so their probabilities follow from those before it.
 *
 * @param acceptsH1 probability of ACCEPT_H1, 0 to 1
 * @param acceptsH0 probability of ACCEPT_H0, 0 to 1
 * @param undecided probability that the cap is reached first; the three add up to 1
 * @param meanBits expected number of bits used, 0 to the cap
 */
public record OperatingCharacteristic(
    double acceptsH1, double acceptsH0, double undecided, double meanBits) {

  /**
   * Of a test.
   *
   * @param probability of a true bit, 0 to 1
   * @param cap the most bits that may be used, at least 1
   * @throws IllegalArgumentException for another probability or cap
   */
  public static OperatingCharacteristic of(SequentialTest test, double probability, int cap) {
    if (!(probability >= 0 && probability <= 1) || cap < 1) {
      throw new IllegalArgumentException(
          "must be a probability and a cap of 1 or more, got " + probability + " and " + cap);
    }
    double h1 = 0;
    double h0 = 0;
    double meanBits = 0;
    double[] open = {1};
    for (int used = 1; used <= cap; used++) {
      double[] next = new double[used + 1];
      for (int s = 0; s < used; s++) {
        meanBits += open[s];
        next[s] += open[s] * (1 - probability);
        next[s + 1] += open[s] * probability;
      }
      for (int s = 0; s <= used; s++) {
        SequentialTest.Decision decision = test.decide(used, s);
        h1 += decision == SequentialTest.Decision.ACCEPT_H1 ? next[s] : 0;
        h0 += decision == SequentialTest.Decision.ACCEPT_H0 ? next[s] : 0;
        next[s] = decision == SequentialTest.Decision.CONTINUE ? next[s] : 0;
      }
      open = next;
    }
    double undecided = 0;
    for (double probabilityOpen : open) {
      undecided += probabilityOpen;
    }
    return new OperatingCharacteristic(h1, h0, undecided, meanBits);
  }

  /**
   * Which effect gives such bits: how far the mean of a normal effect lies on the claimed side of
   * its threshold, in its standard deviations over the replicates.
   *
   * @param probability that the effect is on the claimed side, 0 to 1
   * @return the standard normal quantile; infinite for 0 and 1
   */
  public static double normalDistance(double probability) {
    return new NormalDistribution().inverseCumulativeProbability(probability);
  }
}
