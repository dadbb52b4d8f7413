package org.sgdwalk.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.stats.OperatingCharacteristic;

@DisplayName("What a claim's seeds can show")
class DetectableTest {
  private static final Stopping CI = Stopping.of(28);

  @Test
  void is_the_least_probability_that_a_law_shows_in_four_of_five_cases() {
    double least = Detectable.probability(CI).orElseThrow();

    assertThat(OperatingCharacteristic.of(CI.law(), least, 28).acceptsH1())
        .isGreaterThanOrEqualTo(0.8);
    assertThat(OperatingCharacteristic.of(CI.law(), least - 0.01, 28).acceptsH1()).isLessThan(0.8);
  }

  @Test
  void is_the_least_distance_that_an_average_shows_in_four_of_five_cases() {
    double least = Detectable.distance(CI).orElseThrow();

    assertThat(WordChances.ofNormal(CI, least).of(Outcome.SUPPORTED)).isGreaterThanOrEqualTo(0.8);
    assertThat(WordChances.ofNormal(CI, least - 0.05).of(Outcome.SUPPORTED)).isLessThan(0.8);
  }

  @Test
  void is_nothing_where_seeds_are_too_few() {
    assertThat(Detectable.probability(Stopping.of(2))).isEmpty();
    assertThat(Detectable.distance(Stopping.of(2))).isEmpty();
  }
}
