package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.stats.SequentialTest.Decision;

class SequentialTestTest {
  /** So many that the exact rates below are known to three digits. */
  private static final int CLAIMS = 10_000;

  /** More than any of these tests needs: with alpha = 0.05, 200 bits leave 1e-19 undecided. */
  private static final int CAP = 200;

  private static final SequentialTest FIVE_PERCENT = withErrors(0.05);

  @Test
  void bounds_are_walds_log_1_beta_alpha_and_log_beta_1_alpha() {
    SequentialTest test = new SequentialTest(0.01, 0.2);

    assertThat(test.upperBound()).isCloseTo(4.382026634673881, within(1e-14)); // log(80)
    assertThat(test.lowerBound()).isCloseTo(-1.5993875765805987, within(1e-14)); // log(20 / 99)
  }

  @Test
  void no_bits_leave_the_test_open_at_ratio_0() {
    assertThat(FIVE_PERCENT.test(List.of()))
        .isEqualTo(new SequentialTest.Outcome(Decision.CONTINUE, 0, 0, 0));
  }

  @ParameterizedTest(name = "alpha = beta = 0.05 / {0}")
  @ValueSource(ints = {1, 2, 10, 40, 100, 1000})
  void a_run_of_successes_needs_exactly_ceil_log_1_beta_alpha_log_1_8_bits(int judged) {
    SequentialTest test = withErrors(0.05 / judged);
    int needed = (int) Math.ceil(test.upperBound() / Math.log(1.8));

    SequentialTest.Outcome outcome = test.test(Collections.nCopies(100, true));

    assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT_H1);
    assertThat(outcome.used()).isEqualTo(needed);
    assertThat(test.test(Collections.nCopies(needed - 1, true)).decision())
        .isEqualTo(Decision.CONTINUE);
  }

  @Test
  void of_40_tests_that_share_5_percent_each_needs_12_successes_or_5_failures() {
    SequentialTest test = withErrors(0.05 / 40);

    assertThat(test.test(Collections.nCopies(20, true)).used()).isEqualTo(12);
    assertThat(test.test(Collections.nCopies(20, false)).used()).isEqualTo(5);
  }

  // Three standard errors of a rate of 5 % in 10,000 are 0.0065; Wald's bound is
  // alpha / (1 - beta) = 0.0526. The exact rates, by the distribution of the number of successes
  // bit by bit (a dictionary of counts in Python 3), are 0.0345 and 0.0295.
  @Test
  void a_a_of_10_000_claims_that_a_coin_decides_no_more_than_alpha_are_supported() {
    double rate = rate(0.5, Decision.ACCEPT_H1);

    assertThat(rate).isLessThanOrEqualTo(FIVE_PERCENT.alpha());
    assertThat(rate).isCloseTo(0.034453849413570124, within(0.0055));
  }

  @Test
  void of_10_000_claims_that_hold_for_nine_seeds_in_ten_no_more_than_beta_are_refuted() {
    double rate = rate(0.9, Decision.ACCEPT_H0);

    assertThat(rate).isLessThanOrEqualTo(FIVE_PERCENT.beta());
    assertThat(rate).isCloseTo(0.029500527330709795, within(0.0055));
  }

  @Test
  void error_rates_that_leave_no_room_between_the_bounds_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SequentialTest(0, 0.05));
    assertThatIllegalArgumentException().isThrownBy(() -> new SequentialTest(0.05, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SequentialTest(0.5, 0.5))
        .withMessage("alpha and beta must be above 0 and their sum below 1, got 0.5 and 0.5");
  }

  private static double rate(double p, Decision counted) {
    RandomGenerator random = new Well19937c(1);
    int count = 0;
    for (int claim = 0; claim < CLAIMS; claim++) {
      List<Boolean> bits = new ArrayList<>();
      for (int i = 0; i < CAP; i++) {
        bits.add(random.nextDouble() < p);
      }
      count += FIVE_PERCENT.test(bits).decision() == counted ? 1 : 0;
    }
    return (double) count / CLAIMS;
  }

  private static SequentialTest withErrors(double each) {
    return new SequentialTest(each, each);
  }
}
