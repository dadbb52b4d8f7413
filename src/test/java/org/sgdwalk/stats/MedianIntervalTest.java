package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The order-statistic interval of a median")
class MedianIntervalTest {
  private static final double LEVEL = 0.95;

  /** Coverages from tables of the sign test: David and Nagaraja 2003, table 7.1. */
  @ParameterizedTest(name = "of {0} values from {1} to {2}, {3}")
  @CsvSource({
    "1, 1, 1, 0",
    "2, 1, 2, 0.5",
    "5, 1, 5, 0.9375",
    "6, 1, 6, 0.96875",
    "7, 1, 7, 0.984375",
    "9, 2, 8, 0.9609375",
    "13, 3, 11, 0.977539",
    "14, 3, 12, 0.987061",
    "28, 9, 20, 0.964302"
  })
  void has_the_narrowest_ends_that_cover_enough(int n, int low, int high, double level) {
    double[] values = IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
    MedianInterval interval = MedianInterval.of(values, LEVEL);

    assertThat(interval.median()).isEqualTo((n + 1) / 2.0);
    assertThat(interval.low()).isEqualTo(low);
    assertThat(interval.high()).isEqualTo(high);
    assertThat(interval.level()).isCloseTo(level, within(1e-6));
  }

  @Test
  void does_not_depend_on_the_order_of_the_values_and_leaves_them_alone() {
    double[] values = {0.3, -1.25, 7, 0.1, 0.2, 1e-3};

    assertThat(MedianInterval.of(values, LEVEL))
        .isEqualTo(MedianInterval.of(new double[] {7, 0.2, 0.1, 1e-3, -1.25, 0.3}, LEVEL));
    assertThat(values).containsExactly(0.3, -1.25, 7, 0.1, 0.2, 1e-3);
  }

  /** 2,000 samples: four standard errors of the coverage are below 0.02. */
  @ParameterizedTest(name = "of {0} values")
  @ValueSource(ints = {7, 13, 28})
  void covers_the_median_of_a_skewed_distribution_as_often_as_it_says(int n) {
    RandomDataGenerator random = new RandomDataGenerator(n);
    int covered = 0;
    double level = 0;
    for (int sample = 0; sample < 2_000; sample++) {
      double[] values = new double[n];
      Arrays.setAll(values, i -> random.nextExponential(1));
      MedianInterval interval = MedianInterval.of(values, LEVEL);
      boolean inside = interval.low() <= Math.log(2) && Math.log(2) <= interval.high();
      covered += inside ? 1 : 0;
      level = interval.level();
    }

    assertThat(covered / 2_000.0).isCloseTo(level, within(0.02));
  }

  @Test
  void refuses_no_values_a_nan_and_an_impossible_level() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MedianInterval.of(new double[0], LEVEL))
        .withMessage("a median needs at least one value, got none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MedianInterval.of(new double[] {1, Double.NaN}, LEVEL))
        .withMessage("value 1 must be finite, got NaN (counted from 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MedianInterval.of(new double[] {1}, 95))
        .withMessage("level must be between 0 and 1, got 95.0");
  }
}
