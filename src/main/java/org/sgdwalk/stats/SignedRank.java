package org.sgdwalk.stats;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wilcoxon's signed-rank test of paired differences, exact. Under H0 the differences are symmetric
 * about a centre of 0 or less; then each is as likely to be above as below, whatever its size, and
 * the chance of a rank sum as large as the one seen follows by counting signs. Exchangeable arms
 * give symmetric differences, whatever they are distributed as.
 *
 * <p>Ties have the mean of their ranks, and the counting is done with these, doubled. A difference
 * of 0 keeps its rank and has no sign (Pratt). Infinite differences rank above all others.
 *
 * <p>Source: F. Wilcoxon, Individual Comparisons by Ranking Methods, Biometrics Bulletin 1 (1945);
 * J. Pratt, Remarks on Zeros and Ties in the Wilcoxon Signed Rank Procedures, JASA 54 (1959).
 */
public final class SignedRank {
  /** Chances by the doubled ranks that have a sign: those of the last so many patterns of ties. */
  private static final int PATTERNS = 512;

  private static final Map<IntBuffer, double[]> TAILS =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<IntBuffer, double[]> eldest) {
              return size() > PATTERNS;
            }
          });

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
    long[] keys = sortedKeys(differences);
    int[] ranks = new int[keys.length];
    int signed = 0;
    int sum = 0;
    for (int first = 0, end; first < keys.length; first = end) {
      end = endOfTies(keys, first);
      int doubledRank = first + 1 + end;
      for (int i = first; i < end && !isZero(keys[i]); i++) {
        ranks[signed++] = doubledRank;
        sum += isPositive(keys[i]) ? doubledRank : 0;
      }
    }
    return TAILS
        .computeIfAbsent(IntBuffer.wrap(Arrays.copyOf(ranks, signed)), SignedRank::tails)[sum];
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

  /** The chance of each rank sum or a larger one. */
  private static double[] tails(IntBuffer ranks) {
    double[] chances = {1};
    for (int rank : ranks.array()) {
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

  /** Numbers whose order is that of the differences' sizes; the lowest bit says which are above. */
  private static long[] sortedKeys(double[] differences) {
    long[] keys = new long[differences.length];
    for (int i = 0; i < keys.length; i++) {
      double difference = differences[i];
      if (Double.isNaN(difference)) {
        throw new IllegalArgumentException(
            "a difference must be a number, got " + Arrays.toString(differences));
      }
      long size = Double.doubleToRawLongBits(Math.abs(difference)) << 1;
      keys[i] = (size | (difference > 0 ? 1 : 0)) ^ Long.MIN_VALUE;
    }
    Arrays.sort(keys);
    return keys;
  }

  private static boolean isPositive(long key) {
    return (key & 1) == 1;
  }

  private static boolean isZero(long key) {
    return key == Long.MIN_VALUE;
  }

  /** Where those end that are as large as the first. */
  private static int endOfTies(long[] keys, int first) {
    int end = first + 1;
    while (end < keys.length && (keys[end] | 1) == (keys[first] | 1)) {
      end++;
    }
    return end;
  }
}
