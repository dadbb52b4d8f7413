package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Clopper and Pearson's interval")
class ProportionIntervalTest {

  /** At either end, what was seen or less (or more) has the tail's chance: the definition. */
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"0, 1", "0, 28", "1, 28", "14, 28", "27, 28", "28, 28", "29, 100", "13, 13"})
  void has_ends_at_which_what_was_seen_is_that_unlikely(int successes, int bits) {
    ProportionInterval interval = ProportionInterval.of(successes, bits, 0.95);

    if (successes < bits) {
      assertThat(new BinomialDistribution(bits, interval.high()).cumulativeProbability(successes))
          .isCloseTo(0.025, within(1e-6));
    } else {
      assertThat(interval.high()).isEqualTo(1);
    }
    if (successes > 0) {
      assertThat(
              1
                  - new BinomialDistribution(bits, interval.low())
                      .cumulativeProbability(successes - 1))
          .isCloseTo(0.025, within(1e-6));
    } else {
      assertThat(interval.low()).isZero();
    }
  }

  @Test
  void bounds_what_never_happened_by_three_in_n() {
    assertThat(ProportionInterval.highest(0, 1_040, 0.05)).isCloseTo(0.00288, within(1e-5));
    assertThat(ProportionInterval.highest(0, 1, 0.05)).isCloseTo(0.95, within(1e-9));
  }

  @Test
  void refuses_more_successes_than_bits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProportionInterval.of(2, 1, 0.95))
        .withMessageStartingWith("must be 0 to n bits of n, 1 or more, and a tail between 0 and 1");
  }
}
