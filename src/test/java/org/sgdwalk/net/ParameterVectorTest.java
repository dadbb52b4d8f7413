package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.spec.Precision;

@DisplayName("A vector like theta")
class ParameterVectorTest {
  private static ParameterVector vector(Precision precision, double... components) {
    return ParameterVector.of(precision, components);
  }

  /** The smallest and largest that the precision has, and what lies between. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT32, 1e-44", "FLOAT32, 1e-30", "FLOAT32, 1", "FLOAT32, 1e30", "FLOAT32, 5e37",
    "FLOAT64, 1e-320", "FLOAT64, 1e-200", "FLOAT64, 1", "FLOAT64, 1e200", "FLOAT64, 3e307"
  })
  void has_a_norm_and_a_cosine_whatever_its_size(Precision precision, double size) {
    ParameterVector one = vector(precision, 3 * size, 4 * size, 0);
    ParameterVector other = vector(precision, 0, 4 * size, -3 * size);
    double component = one.toArray()[0];

    assertThat(one.norm() / component).isCloseTo(5.0 / 3, Percentage.withPercentage(20));
    assertThat(one.cosine(one.copy())).isCloseTo(1, within(1e-12));
    assertThat(one.cosine(other)).isCloseTo(16.0 / 25, within(0.1));
    assertThat(one.cosine(other.copy().scale(-1))).isNegative();
  }

  @Test
  void has_sums_in_float64() {
    double[] ones = new double[1 << 20];
    java.util.Arrays.fill(ones, 0.1);
    double tenth = (float) 0.1;

    assertThat(vector(Precision.FLOAT32, ones).dot(vector(Precision.FLOAT32, ones)))
        .isCloseTo(ones.length * tenth * tenth, Percentage.withPercentage(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void has_no_largest_component_where_one_is_no_number(Precision precision) {
    assertThat(vector(precision, 1, Double.NaN, 3).largest()).isNaN();
    assertThat(vector(precision, Double.NaN).largest()).isNaN();
    assertThat(vector(precision).largest()).isNaN();
    assertThat(vector(precision, -3, -1, -2).largest()).isEqualTo(-1);
    assertThat(vector(precision, 1, Double.NaN).norm()).isNaN();
    assertThat(vector(precision, 0, 0).cosine(vector(precision, 1, 0))).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void is_the_same_point_everywhere_between_equal_points(Precision precision) {
    ParameterVector theta = ParameterVector.normal(precision, 1000, 1);
    for (int k = 0; k <= 10; k++) {
      for (Rounding rounding : Rounding.values()) {
        assertThat(between(theta, theta, k / 10.0, rounding).toArray()).isEqualTo(theta.toArray());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void is_exactly_an_end_at_0_and_1_and_near_the_line_between(Precision precision) {
    ParameterVector from = ParameterVector.normal(precision, 100, 1);
    ParameterVector to = ParameterVector.normal(precision, 100, 2);
    for (Rounding rounding : Rounding.values()) {
      assertThat(between(from, to, 0, rounding).toArray()).isEqualTo(from.toArray());
      assertThat(between(from, to, 1, rounding).toArray()).isEqualTo(to.toArray());
      ParameterVector exact = from.copy().scale(0.75).addScaled(0.25, to);
      assertThat(between(from, to, 0.25, rounding).distance(exact) / exact.norm()).isLessThan(1e-6);
    }
  }

  /** Where theta moves by a unit in its last place, all points between are one of the ends. */
  @Test
  void is_rounded_the_other_way_for_the_numerical_floor() {
    ParameterVector from = vector(Precision.FLOAT32, 1, 1);
    ParameterVector to = vector(Precision.FLOAT32, Math.nextUp(1f), 1);

    assertThat(between(from, to, 0.3, Rounding.NEAREST).toArray()).isEqualTo(from.toArray());
    assertThat(between(from, to, 0.3, Rounding.OTHER).toArray()).isEqualTo(to.toArray());
  }

  @ParameterizedTest
  @EnumSource
  void is_a_window_of_a_point_too(Precision precision) {
    ParameterVector from = ParameterVector.normal(precision, 10, 1);
    ParameterVector to = ParameterVector.normal(precision, 10, 2);
    for (Rounding rounding : Rounding.values()) {
      double[] whole = between(from, to, 0.3, rounding).toArray();
      ParameterVector window = ParameterVector.zeros(precision, 4);

      assertThat(window.between(from, to, 0.3, rounding, 6).toArray())
          .isEqualTo(java.util.Arrays.copyOfRange(whole, 6, 10));
      assertThatThrownBy(() -> window.between(from, to, 0.3, rounding, 7))
          .hasMessage(
              "vectors of 10 components in %1$s have no 4 in %1$s from 7 on".formatted(precision));
    }
  }

  private static ParameterVector between(
      ParameterVector from, ParameterVector to, double a, Rounding rounding) {
    return from.copy().between(from, to, a, rounding, 0);
  }

  @Test
  void is_combined_with_its_like_alone() {
    ParameterVector two = vector(Precision.FLOAT32, 1, 2);

    assertThatThrownBy(() -> two.dot(vector(Precision.FLOAT64, 1, 2)))
        .hasMessageContaining("cannot be combined");
    assertThatThrownBy(() -> two.addScaled(1, vector(Precision.FLOAT32, 1)))
        .hasMessageContaining("vectors of 2 components");
  }

  @Test
  void gives_a_copy_of_its_components() {
    double[] components = new Random(1).doubles(5).toArray();
    ParameterVector vector = vector(Precision.FLOAT64, components);
    components[0] = 7;
    vector.toArray()[1] = 7;

    assertThat(vector.toArray()).doesNotContain(7);
  }
}
