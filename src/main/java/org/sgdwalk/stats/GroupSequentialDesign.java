package org.sgdwalk.stats;

import java.util.List;
import java.util.stream.Stream;

/**
 * When a test looks at the values that have come in, and at which level each time, so that all
 * looks together err no more often than they may. The error is spent as {@code error * t^2}, where
 * t is the part of the most values that a look has; a look's level is what is spent since the one
 * before. The levels add up to the error, so by Bonferroni's inequality it is kept whatever is
 * tested and however the looks depend on each other.
 *
 * <p>Source: K. Kim and D. DeMets, Design and Analysis of Group Sequential Tests Based on the Type
 * I Error Spending Rate Function, Biometrika 74 (1987), with rho = 2; E. Slud and L. Wei,
 * Two-Sample Repeated Significance Tests Based on the Modified Wilcoxon Statistic, JASA 77 (1982),
 * who spend a total over looks.
 *
 * @param error the chance to reject a true hypothesis at any of the looks, above 0 and below 1
 * @param looks numbers of values, ascending; the last is the most that there may be
 */
public record GroupSequentialDesign(double error, List<Integer> looks) {
  private static final double RHO = 2;

  /** Checks and copies. */
  public GroupSequentialDesign {
    boolean ascends = !looks.isEmpty() && looks.get(0) >= 1;
    for (int k = 1; k < looks.size(); k++) {
      ascends &= looks.get(k - 1) < looks.get(k);
    }
    if (!(error > 0 && error < 1) || !ascends) {
      throw new IllegalArgumentException(
          "must be an error between 0 and 1 and ascending looks, got " + error + " and " + looks);
    }
    looks = List.copyOf(looks);
  }

  /**
   * Looks at a half, at three quarters and at all of the values, rounded up.
   *
   * @param most how many values there may be, at least 1
   */
  public static GroupSequentialDesign of(double error, int most) {
    return new GroupSequentialDesign(
        error, Stream.of(2, 3, 4).map(quarters -> (quarters * most + 3) / 4).distinct().toList());
  }

  /** The most values. */
  public int most() {
    return looks.get(looks.size() - 1);
  }

  /** The level of the k-th look, k from 0. */
  public double level(int k) {
    return spent(looks.get(k)) - (k == 0 ? 0 : spent(looks.get(k - 1)));
  }

  /** How many looks so many values have reached. */
  public int looksUpTo(int values) {
    return (int) looks.stream().filter(look -> look <= values).count();
  }

  /** How many values are missing to the next look; 0 from the last one on. */
  public int furtherToLook(int values) {
    int reached = looksUpTo(values);
    return reached == looks.size() ? 0 : looks.get(reached) - values;
  }

  private double spent(int values) {
    return error * Math.pow((double) values / most(), RHO);
  }
}
