package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class CorrelationProperties {

  /** By hand: the deviations' products add up to 3.5, their squares to 8.75 and 5. */
  @Example
  void it_is_the_covariance_over_both_deviations() {
    assertThat(Correlation.of(new double[] {1, 2, 3, 5}, new double[] {2, 1, 4, 3}))
        .isCloseTo(3.5 / Math.sqrt(8.75 * 5), within(1e-12));
  }

  @Property(tries = 100)
  void it_is_one_for_a_rising_line_and_minus_one_for_a_falling(
      @ForAll @DoubleRange(min = 1, max = 9) @Scale(9) double second,
      @ForAll @DoubleRange(min = 10, max = 99) @Scale(9) double third,
      @ForAll @DoubleRange(min = 0.1, max = 9) @Scale(9) double slope) {
    double[] x = {0, second, third};
    double[] rising = {1, 1 + slope * x[1], 1 + slope * x[2]};
    double[] falling = {1, 1 - slope * x[1], 1 - slope * x[2]};

    assertThat(Correlation.of(x, rising)).isCloseTo(1, within(1e-12));
    assertThat(Correlation.of(x, falling)).isCloseTo(-1, within(1e-12));
  }

  @Example
  void it_is_undefined_without_variation_and_refused_without_pairs() {
    assertThat(Correlation.of(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    assertThatThrownBy(() -> Correlation.of(new double[] {1}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Correlation.of(new double[] {1, 2}, new double[] {1, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
