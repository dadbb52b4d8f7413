package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.sgdwalk.stats.SequentialTest.Decision;

/** Exact chances against the test itself: all its bit strings, and simulated ones. */
class OperatingCharacteristicProperties {
  private static final int TRIES = 200;

  @Property(tries = TRIES)
  void the_chances_add_up_to_one(
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double p,
      @ForAll @IntRange(min = 1, max = 60) int cap,
      @ForAll @IntRange(min = 1, max = 100) int judged) {
    OperatingCharacteristic of = of(judged, p, cap);

    assertThat(of.acceptsH1() + of.acceptsH0() + of.undecided()).isCloseTo(1, within(1e-12));
    assertThat(of.meanBits()).isBetween(1 - 1e-9, cap + 1e-9);
  }

  /** Every string of bits, weighed by its probability. */
  @Property(tries = 30)
  void they_are_those_of_all_strings_of_bits(
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double p,
      @ForAll @IntRange(min = 1, max = 12) int cap,
      @ForAll @IntRange(min = 1, max = 5) int judged) {
    SequentialTest test = withErrors(0.05 / judged);
    double h1 = 0;
    double h0 = 0;
    double bits = 0;
    for (int string = 0; string < 1 << cap; string++) {
      List<Boolean> all = new ArrayList<>();
      for (int i = 0; i < cap; i++) {
        all.add((string >> i & 1) == 1);
      }
      int ones = Integer.bitCount(string);
      double weight = Math.pow(p, ones) * Math.pow(1 - p, cap - ones);
      SequentialTest.Outcome outcome = test.test(all);
      h1 += outcome.decision() == Decision.ACCEPT_H1 ? weight : 0;
      h0 += outcome.decision() == Decision.ACCEPT_H0 ? weight : 0;
      bits += weight * outcome.used();
    }

    OperatingCharacteristic of = OperatingCharacteristic.of(test, p, cap);
    assertThat(of.acceptsH1()).isCloseTo(h1, within(1e-9));
    assertThat(of.acceptsH0()).isCloseTo(h0, within(1e-9));
    assertThat(of.meanBits()).isCloseTo(bits, within(1e-9));
  }

  @Property(tries = TRIES)
  void a_claim_that_holds_more_often_is_supported_no_less_often(
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double p,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double q,
      @ForAll @IntRange(min = 1, max = 60) int cap) {
    OperatingCharacteristic low = of(29, Math.min(p, q), cap);
    OperatingCharacteristic high = of(29, Math.max(p, q), cap);

    assertThat(high.acceptsH1()).isGreaterThanOrEqualTo(low.acceptsH1() - 1e-12);
    assertThat(high.acceptsH0()).isLessThanOrEqualTo(low.acceptsH0() + 1e-12);
  }

  @Property(tries = TRIES)
  void more_seeds_decide_no_less(
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double p,
      @ForAll @IntRange(min = 1, max = 60) int cap) {
    assertThat(of(29, p, cap + 1).undecided())
        .isLessThanOrEqualTo(of(29, p, cap).undecided() + 1e-12);
  }

  /** Wald's bounds on the error rates, which a cap can only lower. */
  @Property(tries = TRIES)
  void errors_stay_within_walds_bounds(
      @ForAll @IntRange(min = 1, max = 200) int cap,
      @ForAll @IntRange(min = 1, max = 100) int judged) {
    SequentialTest test = withErrors(0.05 / judged);

    assertThat(OperatingCharacteristic.of(test, SequentialTest.P0, cap).acceptsH1())
        .isLessThanOrEqualTo(test.alpha() / (1 - test.beta()));
    assertThat(OperatingCharacteristic.of(test, SequentialTest.P1, cap).acceptsH0())
        .isLessThanOrEqualTo(test.beta() / (1 - test.alpha()));
  }

  /** 20,000 simulated tests: each rate within 4 of its standard errors. */
  @Example
  void simulation_agrees() {
    SequentialTest test = withErrors(0.05 / 29);
    RandomGenerator random = new Well19937c(1);
    int runs = 20_000;
    for (double p : new double[] {0.5, 0.7, 0.8, 0.9, 0.95}) {
      int h1 = 0;
      int h0 = 0;
      double used = 0;
      for (int run = 0; run < runs; run++) {
        List<Boolean> bits = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
          bits.add(random.nextDouble() < p);
        }
        SequentialTest.Outcome outcome = test.test(bits);
        h1 += outcome.decision() == Decision.ACCEPT_H1 ? 1 : 0;
        h0 += outcome.decision() == Decision.ACCEPT_H0 ? 1 : 0;
        used += outcome.used();
      }
      OperatingCharacteristic of = OperatingCharacteristic.of(test, p, 24);

      assertThat((double) h1 / runs).isCloseTo(of.acceptsH1(), within(error(of.acceptsH1(), runs)));
      assertThat((double) h0 / runs).isCloseTo(of.acceptsH0(), within(error(of.acceptsH0(), runs)));
      assertThat(used / runs).isCloseTo(of.meanBits(), within(4 * 12 / Math.sqrt(runs)));
    }
  }

  @Example
  void impossible_questions_are_refused() {
    assertThatThrownBy(() -> of(1, 1.1, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(1, 0.5, 0))
        .hasMessage("must be a probability and a cap of 1 or more, got 0.5 and 0");
  }

  private static double error(double rate, int runs) {
    return 4 * Math.sqrt(rate * (1 - rate) / runs) + 1e-3;
  }

  private static OperatingCharacteristic of(int judged, double p, int cap) {
    return OperatingCharacteristic.of(withErrors(0.05 / judged), p, cap);
  }

  private static SequentialTest withErrors(double each) {
    return new SequentialTest(each, each);
  }
}
