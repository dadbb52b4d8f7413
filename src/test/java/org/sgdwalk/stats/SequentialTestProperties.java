package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sgdwalk.stats.SequentialTest.Decision;
import org.sgdwalk.stats.SequentialTest.Outcome;

class SequentialTestProperties {

  @Property
  void bits_after_the_decision_do_not_count(
      @ForAll @Size(max = 60) List<Boolean> bits,
      @ForAll @Size(max = 60) List<Boolean> later,
      @ForAll @IntRange(min = 1, max = 100) int judged) {
    SequentialTest test = withErrors(0.05 / judged);
    Outcome outcome = test.test(bits);
    List<Boolean> all = new ArrayList<>(bits);
    all.addAll(later);

    if (outcome.decision() != Decision.CONTINUE) {
      assertThat(test.test(all)).isEqualTo(outcome);
    }
  }

  @Property
  void the_decision_says_on_which_side_of_which_bound_the_ratio_is(
      @ForAll @Size(max = 60) List<Boolean> bits,
      @ForAll @IntRange(min = 1, max = 100) int judged) {
    SequentialTest test = withErrors(0.05 / judged);
    Outcome outcome = test.test(bits);
    double ratio = outcome.logLikelihoodRatio();

    assertThat(outcome.decision() == Decision.ACCEPT_H1).isEqualTo(ratio >= test.upperBound());
    assertThat(outcome.decision() == Decision.ACCEPT_H0).isEqualTo(ratio <= test.lowerBound());
    assertThat(outcome.used() == bits.size() || outcome.decision() != Decision.CONTINUE).isTrue();
  }

  @Property
  void the_ratio_is_that_of_the_bits_used(@ForAll @Size(max = 60) List<Boolean> bits) {
    Outcome outcome = withErrors(0.05).test(bits);
    List<Boolean> used = bits.subList(0, outcome.used());
    int successes = Collections.frequency(used, true);

    assertThat(outcome.successes()).isEqualTo(successes);
    double expected = successes * Math.log(1.8) + (used.size() - successes) * Math.log(0.1 / 0.5);
    assertThat(outcome.logLikelihoodRatio()).isCloseTo(expected, within(1e-12));
  }

  @Property
  void a_stricter_test_never_decides_earlier(
      @ForAll @Size(max = 60) List<Boolean> bits,
      @ForAll @IntRange(min = 1, max = 100) int judged) {
    assertThat(withErrors(0.05 / (judged + 1)).test(bits).used())
        .isGreaterThanOrEqualTo(withErrors(0.05 / judged).test(bits).used());
  }

  @Property
  void fewer_further_bits_than_the_least_decide_nothing_and_as_many_can(
      @ForAll @Size(max = 60) List<Boolean> bits,
      @ForAll @Size(min = 30, max = 30) List<Boolean> later,
      @ForAll @IntRange(min = 1, max = 200) int judged) {
    SequentialTest test = withErrors(0.05 / judged);
    Outcome now = test.test(bits);
    int least = test.leastFurtherBits(now.used(), now.successes());

    assertThat(least == 0).isEqualTo(now.decision() != Decision.CONTINUE);
    if (least > 0) {
      assertThat(decision(test, bits, later.subList(0, least - 1))).isEqualTo(Decision.CONTINUE);
      assertThat(
              List.of(
                  decision(test, bits, Collections.nCopies(least, true)),
                  decision(test, bits, Collections.nCopies(least, false))))
          .containsAnyOf(Decision.ACCEPT_H1, Decision.ACCEPT_H0);
    }
  }

  private static Decision decision(SequentialTest test, List<Boolean> bits, List<Boolean> more) {
    List<Boolean> all = new ArrayList<>(bits);
    all.addAll(more);
    return test.test(all).decision();
  }

  private static SequentialTest withErrors(double each) {
    return new SequentialTest(each, each);
  }
}
