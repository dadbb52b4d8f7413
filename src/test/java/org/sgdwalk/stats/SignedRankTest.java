package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class SignedRankTest {

  /** By all 2^n signs of the sizes, each as likely. */
  @Property(tries = 300)
  void p_is_the_part_of_all_signs_with_as_large_a_rank_sum(
      @ForAll @Size(min = 1, max = 9) double @DoubleRange(min = -2, max = 2) @Scale(0) [] values) {
    double seen = rankSum(values);
    int signed = (int) Arrays.stream(values).filter(x -> x != 0).count();
    int asLarge = 0;
    int all = 0;
    for (int signs = 0; signs < 1 << values.length; signs++) {
      double[] flipped = values.clone();
      boolean flipsZero = false;
      for (int i = 0; i < values.length; i++) {
        boolean flip = (signs >> i & 1) == 1;
        flipped[i] = flip ? -values[i] : values[i];
        flipsZero |= flip && values[i] == 0;
      }
      if (!flipsZero) {
        all++;
        asLarge += rankSum(flipped) >= seen - 1e-9 ? 1 : 0;
      }
    }

    assertThat(all).isEqualTo(1 << signed);
    assertThat(SignedRank.above(values)).isCloseTo((double) asLarge / all, within(1e-12));
  }

  /** Ranks of sizes, tied ones sharing their mean, 0 ranked too; the sum of the positive ones. */
  private static double rankSum(double[] values) {
    double sum = 0;
    for (double value : values) {
      double below = Arrays.stream(values).filter(x -> Math.abs(x) < Math.abs(value)).count();
      double same = Arrays.stream(values).filter(x -> Math.abs(x) == Math.abs(value)).count();
      sum += value > 0 ? below + (same + 1) / 2 : 0;
    }
    return sum;
  }

  @Property(tries = 100)
  void below_is_above_of_what_is_mirrored(
      @ForAll @Size(max = 20) double @DoubleRange(min = -9, max = 9) [] values,
      @ForAll @DoubleRange(min = -3, max = 3) double bound) {
    double[] mirrored = Arrays.stream(values).map(x -> 2 * bound - x).toArray();

    assertThat(SignedRank.below(values, bound))
        .isCloseTo(SignedRank.above(mirrored, bound), within(1e-6));
  }

  /**
   * W = 102 and 101 of 105: R 4.2's psignrank(q, 14, lower.tail = FALSE) counts 5 and 7 of 2^14.
   */
  @Example
  void has_the_tails_of_tables() {
    double[] fourteen = new double[14];
    Arrays.setAll(fourteen, i -> i + 1);
    assertThat(SignedRank.above(fourteen)).isEqualTo(Math.pow(2, -14));
    fourteen[2] = -3;
    assertThat(SignedRank.above(fourteen)).isEqualTo(5 * Math.pow(2, -14));
    fourteen[2] = 3;
    fourteen[3] = -4;
    assertThat(SignedRank.above(fourteen)).isEqualTo(7 * Math.pow(2, -14));
  }

  @Example
  void ranks_infinite_differences_above_all_others() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(SignedRank.above(new double[] {infinity, infinity, infinity})).isEqualTo(0.125);
    assertThat(SignedRank.above(new double[] {-infinity, 1, 2, 3})).isGreaterThan(0.4);
    assertThat(SignedRank.above(new double[] {infinity, 1}, 7)).isEqualTo(0.5);
  }

  @Example
  void knows_nothing_of_no_differences() {
    assertThat(SignedRank.above(new double[0])).isEqualTo(1);
    assertThat(SignedRank.above(new double[] {0, 0})).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignedRank.above(new double[] {1, Double.NaN}))
        .withMessage("a difference must be a number, got [1.0, NaN]");
  }
}
