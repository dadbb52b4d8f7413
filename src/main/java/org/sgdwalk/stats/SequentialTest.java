package org.sgdwalk.stats;

import java.util.List;

/**
 * Design of Wald's sequential probability ratio test on bits: H0, P(bit) at most {@link #P0},
 * against H1, P(bit) at least {@link #P1}. After each bit the log-likelihood ratio of P1 to P0 is
 * compared with two bounds; the first that it reaches decides. By Wald's inequality the chance to
 * accept H1 although H0 holds is at most alpha / (1 - beta), and the chance to accept H0 although
 * H1 holds at most beta / (1 - alpha); stopping undecided makes both smaller.
 *
 * <p>Source: A. Wald, Sequential Tests of Statistical Hypotheses, Annals of Mathematical Statistics
 * 16 (1945), equations 3.9 to 3.11.
 *
 * @param alpha nominal chance of a false ACCEPT_H1, above 0
 * @param beta nominal chance of a false ACCEPT_H0, above 0; alpha + beta below 1
 */
public record SequentialTest(double alpha, double beta) {
  /** H0: the claim holds for no more seeds than a coin would say. */
  public static final double P0 = 0.5;

  /** H1: the claim holds for nine seeds in ten. */
  public static final double P1 = 0.9;

  // StrictMath: the same bits on every JDK, so a verdict at a bound cannot depend on it.
  private static final double SUCCESS = StrictMath.log(P1 / P0);
  private static final double FAILURE = StrictMath.log((1 - P1) / (1 - P0));

  /** Checks the error rates. */
  public SequentialTest {
    if (!(alpha > 0 && beta > 0 && alpha + beta < 1)) {
      throw new IllegalArgumentException(
          "alpha and beta must be above 0 and their sum below 1, got " + alpha + " and " + beta);
    }
  }

  /** What a test says after the bits seen. */
  public enum Decision {
    /** The upper bound was reached: P(bit) is P1 or more. */
    ACCEPT_H1,
    /** The lower bound was reached: P(bit) is P0 or less. */
    ACCEPT_H0,
    /** Neither bound was reached. */
    CONTINUE
  }

  /**
   * A test in progress or ended.
   *
   * @param decision what the bits say
   * @param used number of bits up to the decision; later ones do not count
   * @param successes how many of those were true
   * @param logLikelihoodRatio log of P(bits | P1) / P(bits | P0), natural logarithm; 0 for no bits
   */
  public record Outcome(Decision decision, int used, int successes, double logLikelihoodRatio) {}

  /** The log-likelihood ratio from which on H1 is accepted: log((1 - beta) / alpha), positive. */
  public double upperBound() {
    return StrictMath.log((1 - beta) / alpha);
  }

  /** The log-likelihood ratio down from which H0 is accepted: log(beta / (1 - alpha)), negative. */
  public double lowerBound() {
    return StrictMath.log(beta / (1 - alpha));
  }

  /** The fewest bits that can accept H1: all of them true. */
  public int bitsToAcceptH1() {
    return (int) Math.ceil(upperBound() / SUCCESS);
  }

  /**
   * The fewest further bits that can decide, all true or all false; 0 when it is decided.
   *
   * @param used number of bits seen, 0 or more
   * @param successes how many of them are true, 0 to used
   */
  public int leastFurtherBits(int used, int successes) {
    int further = 0;
    while (decide(used + further, successes) == Decision.CONTINUE
        && decide(used + further, successes + further) == Decision.CONTINUE) {
      further++;
    }
    return further;
  }

  /**
   * Feeds the bits in order and stops at the first bound reached.
   *
   * @param bits one a replicate; none gives CONTINUE
   */
  public Outcome test(List<Boolean> bits) {
    Outcome now = new Outcome(Decision.CONTINUE, 0, 0, 0);
    for (boolean bit : bits) {
      if (now.decision() != Decision.CONTINUE) {
        break;
      }
      now = outcome(now.used() + 1, now.successes() + (bit ? 1 : 0));
    }
    return now;
  }

  /**
   * What the test says after so many bits, if it has not ended before.
   *
   * @param used number of bits, 0 or more
   * @param successes how many are true, 0 to used
   */
  public Decision decide(int used, int successes) {
    double ratio = ratio(used, successes);
    return ratio >= upperBound()
        ? Decision.ACCEPT_H1
        : ratio <= lowerBound() ? Decision.ACCEPT_H0 : Decision.CONTINUE;
  }

  private Outcome outcome(int used, int successes) {
    return new Outcome(decide(used, successes), used, successes, ratio(used, successes));
  }

  /**
   * The log-likelihood ratio of so many bits, of which so many are true. From the counts, not by
   * adding up: it does not depend on the order of the bits.
   */
  public static double ratio(int used, int successes) {
    return successes * SUCCESS + (used - successes) * FAILURE;
  }
}
