package org.sgdwalk.stats;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * The probability of a bit from how often it was true: Clopper and Pearson's interval, which covers
 * it at least as often as it says. It is for a number of bits fixed beforehand.
 *
 * <p>Source: C. Clopper and E. Pearson, The Use of Confidence or Fiducial Limits Illustrated in the
 * Case of the Binomial, Biometrika 26 (1934).
 *
 * @param low lower end, 0 where no bit was true
 * @param high upper end, 1 where every bit was true
 */
public record ProportionInterval(double low, double high) {

  /**
   * The interval.
   *
   * @param successes how many bits were true, 0 to {@code bits}
   * @param bits their number, at least 1
   * @param level coverage, between 0 and 1 exclusive
   * @throws IllegalArgumentException for anything else
   */
  public static ProportionInterval of(int successes, int bits, double level) {
    double tail = (1 - level) / 2;
    return new ProportionInterval(
        1 - highest(bits - successes, bits, tail), highest(successes, bits, tail));
  }

  /**
   * The largest probability at which so few true bits are as likely as this, for one side alone: of
   * none in n about 3 / n at a tail of 5 %.
   *
   * @param tail that likelihood, between 0 and 1 exclusive
   */
  public static double highest(int successes, int bits, double tail) {
    if (bits < 1 || successes < 0 || successes > bits || !(tail > 0 && tail < 1)) {
      throw new IllegalArgumentException(
          "must be 0 to n bits of n, 1 or more, and a tail between 0 and 1, got %d, %d and %s"
              .formatted(successes, bits, tail));
    }
    return successes == bits
        ? 1
        : new BetaDistribution(successes + 1.0, (double) bits - successes)
            .inverseCumulativeProbability(1 - tail);
  }
}
