package org.sgdwalk.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Wilcoxon's signed-rank test of paired differences, exact. Under H0 the differences are symmetric
 * about a centre of 0 or less; then each is as likely to be above as below, whatever its size, and
 * the chance of a rank sum as large as the one seen follows by counting signs. Exchangeable arms
 * give symmetric differences, whatever they are distributed as.
 *
 * <p>Ties have the mean of their ranks, and the counting is done with these. A difference of 0
 * keeps its rank and has no sign (Pratt). Infinite differences rank above all others.
 *
 * <p>Source: F. Wilcoxon, Individual Comparisons by Ranking Methods, Biometrics Bulletin 1 (1945);
 * J. Pratt, Remarks on Zeros and Ties in the Wilcoxon Signed Rank Procedures, JASA 54 (1959).
 */
public final class SignedRank {
  /** By number of differences: what the ranks 1 to n have. */
  private static final Map<Integer, double[]> UNTIED = new ConcurrentHashMap<>();

  private SignedRank() {}

  /**
   * The p-value of H0, a centre of 0 or less, against a centre above 0.
   *
   * @param differences any number of them; not modified
   * @return P(rank sum of the positive ones is as large as here or larger); 1 without a difference
   *     that is not 0
   * @throws IllegalArgumentException for NaN
   */
  public static double above(double[] differences) {
    int[] ranks = doubledRanks(differences);
    int sum = 0;
    int zeros = 0;
    for (int i = 0; i < differences.length; i++) {
      sum += differences[i] > 0 ? ranks[i] : 0;
      zeros += differences[i] == 0 ? 1 : 0;
    }
    Arrays.sort(ranks);
    int[] signed = Arrays.copyOfRange(ranks, zeros, ranks.length);
    return (isUntied(signed) ? untied(signed.length) : tails(signed))[sum];
  }

  /** The p-value of a centre of {@code bound} or less against one above. */
  public static double above(double[] effects, double bound) {
    double[] differences = new double[effects.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = effects[i] - bound;
    }
    return above(differences);
  }

  /** The p-value of a centre of {@code bound} or more against one below. */
  public static double below(double[] effects, double bound) {
    double[] differences = new double[effects.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = bound - effects[i];
    }
    return above(differences);
  }

  private static boolean isUntied(int[] signed) {
    boolean untied = true;
    for (int i = 0; i < signed.length; i++) {
      untied &= signed[i] == 2 * (i + 1);
    }
    return untied;
  }

  private static double[] untied(int count) {
    return UNTIED.computeIfAbsent(
        count, n -> tails(IntStream.rangeClosed(1, n).map(rank -> 2 * rank).toArray()));
  }

  /** The chance of each rank sum or a larger one. */
  private static double[] tails(int[] ranks) {
    double[] chances = {1};
    for (int rank : ranks) {
      chances = withEitherSign(chances, rank);
    }
    for (int sum = chances.length - 2; sum >= 0; sum--) {
      chances[sum] += chances[sum + 1];
    }
    return chances;
  }

  /** Chances by rank sum, after one more rank that counts or does not. */
  private static double[] withEitherSign(double[] chances, int rank) {
    double[] next = new double[chances.length + rank];
    for (int sum = 0; sum < chances.length; sum++) {
      next[sum] += chances[sum] / 2;
      next[sum + rank] += chances[sum] / 2;
    }
    return next;
  }

  /** Twice the ranks of the sizes, which makes whole numbers of the means of tied ones. */
  private static int[] doubledRanks(double[] differences) {
    double[] sizes = new double[differences.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(differences[i]);
      if (Double.isNaN(sizes[i])) {
        throw new IllegalArgumentException(
            "a difference must be a number, got " + Arrays.toString(differences));
      }
    }
    double[] sorted = sizes.clone();
    Arrays.sort(sorted);
    int[] ranks = new int[sizes.length];
    for (int i = 0; i < ranks.length; i++) {
      int at = Arrays.binarySearch(sorted, sizes[i]);
      int first = at;
      int last = at;
      while (first > 0 && sorted[first - 1] == sizes[i]) {
        first--;
      }
      while (last < sorted.length - 1 && sorted[last + 1] == sizes[i]) {
        last++;
      }
      ranks[i] = first + 1 + last + 1;
    }
    return ranks;
  }
}
