package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.stats.SequentialTest.Decision;

class SequentialTestTest {
  /** So many that the exact rates below are known to three digits. */
  private static final int CLAIMS = 10_000;

  /** More than any of these tests needs: with alpha = 0.05, 200 bits leave 1e-19 undecided. */
  private static final int CAP = 200;

  private static final SequentialTest FIVE_PERCENT = SequentialTest.forFamily(1);

  @Test
  @DisplayName("bounds are Wald's, log((1 - beta) / alpha) and log(beta / (1 - alpha))")
  void bounds() {
    SequentialTest test = new SequentialTest(0.01, 0.2);

    assertThat(test.upperBound()).isCloseTo(4.382026634673881, within(1e-14)); // log(80)
    assertThat(test.lowerBound()).isCloseTo(-1.5993875765805987, within(1e-14)); // log(20 / 99)
  }

  @Test
  @DisplayName("a family of 40 shares 5 %")
  void bonferroni() {
    assertThat(SequentialTest.forFamily(40)).isEqualTo(new SequentialTest(0.00125, 0.00125));
    assertThatIllegalArgumentException().isThrownBy(() -> SequentialTest.forFamily(0));
  }

  @Test
  @DisplayName("no bits leave the test open at ratio 0")
  void noBits() {
    assertThat(FIVE_PERCENT.test(List.of()))
        .isEqualTo(new SequentialTest.Outcome(Decision.CONTINUE, 0, 0, 0));
  }

  @ParameterizedTest(name = "alpha = beta = 0.05 / {0}")
  @ValueSource(ints = {1, 2, 10, 40, 100, 1000})
  @DisplayName("a run of successes needs exactly ceil(log((1 - beta) / alpha) / log(1.8)) bits")
  void runOfSuccesses(int judged) {
    SequentialTest test = SequentialTest.forFamily(judged);
    int needed = (int) Math.ceil(test.upperBound() / Math.log(1.8));

    SequentialTest.Outcome outcome = test.test(Collections.nCopies(100, true));

    assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT_H1);
    assertThat(outcome.used()).isEqualTo(needed);
    assertThat(test.test(Collections.nCopies(needed - 1, true)).decision())
        .isEqualTo(Decision.CONTINUE);
  }

  @Test
  @DisplayName("a matrix of 40 needs 12 successes to support a claim and 5 failures to refute it")
  void seedsNeeded() {
    SequentialTest test = SequentialTest.forFamily(40);

    assertThat(test.test(Collections.nCopies(20, true)).used()).isEqualTo(12);
    assertThat(test.test(Collections.nCopies(20, false)).used()).isEqualTo(5);
  }

  // Three standard errors of a rate of 5 % in 10,000 are 0.0065; Wald's bound is
  // alpha / (1 - beta) = 0.0526. The exact rates, by the distribution of the number of successes
  // bit by bit (a dictionary of counts in Python 3), are 0.0345 and 0.0295.
  @Test
  @DisplayName("A/A: of 10,000 claims that a coin decides no more than alpha are supported")
  void falseSupport() {
    double rate = rate(0.5, Decision.ACCEPT_H1);

    assertThat(rate).isLessThanOrEqualTo(FIVE_PERCENT.alpha());
    assertThat(rate).isCloseTo(0.034453849413570124, within(0.0055));
  }

  @Test
  @DisplayName("of 10,000 claims that hold for nine seeds in ten no more than beta are refuted")
  void falseRefutation() {
    double rate = rate(0.9, Decision.ACCEPT_H0);

    assertThat(rate).isLessThanOrEqualTo(FIVE_PERCENT.beta());
    assertThat(rate).isCloseTo(0.029500527330709795, within(0.0055));
  }

  @Test
  @DisplayName("error rates that leave no room between the bounds are refused")
  void refusals() {
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
}
