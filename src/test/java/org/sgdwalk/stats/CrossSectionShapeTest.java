package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossSectionShapeTest {

  @Test
  void an_interior_minimum_below_both_ends_is_a_valley_floor() {
    CrossSectionShape shape = CrossSectionShape.of(new double[] {4, 2, 1, 3, 8});

    assertThat(shape.inValley()).isTrue();
    assertThat(shape.floor()).isEqualTo(1);
    assertThat(shape.floorA()).isEqualTo(0.5);
    assertThat(shape.height()).isEqualTo(5);
    assertThat(shape.barrierHeight()).isZero();
    assertThat(shape.convexity()).isEqualTo(1);
  }

  @Test
  void a_minimum_that_ties_with_an_end_is_no_valley_and_height_counts_from_it() {
    CrossSectionShape shape = CrossSectionShape.of(new double[] {1, 1, 3});

    assertThat(shape.inValley()).isFalse();
    assertThat(shape.floor()).isNaN();
    assertThat(shape.floorA()).isNaN();
    assertThat(shape.height()).isEqualTo(1);
  }

  @Test
  void of_several_lowest_points_the_floor_is_at_the_smallest_a() {
    assertThat(CrossSectionShape.of(new double[] {4, 1, 2, 1, 4}).floorA()).isEqualTo(0.25);
  }

  @Test
  void a_barrier_is_measured_from_the_larger_end_and_can_stand_beside_a_valley_floor() {
    CrossSectionShape shape = CrossSectionShape.of(new double[] {2, 5, 0, 1, 3});

    assertThat(shape.barrierHeight()).isEqualTo(2);
    assertThat(shape.floor()).isZero();
    assertThat(shape.convexity()).as("second differences -8, 6, 1").isEqualTo(2.0 / 3);
  }

  @Test
  void an_interior_point_as_high_as_the_larger_end_is_no_barrier() {
    assertThat(CrossSectionShape.of(new double[] {1, 3, 3}).barrierHeight()).isZero();
  }

  @Test
  void a_constant_section_is_flat_and_convex_and_has_no_r_2() {
    assertThat(CrossSectionShape.of(new double[] {0.1, 0.1, 0.1, 0.1}))
        .isEqualTo(
            new CrossSectionShape(false, Double.NaN, Double.NaN, 0, 0, 1, Double.NaN, Double.NaN));
  }

  @Test
  void r_2_is_numpys() {
    // numpy 2.4.6: a = linspace(0, 1, 7); r = y - polyval(polyfit(a, y, 2), a);
    // 1 - (r @ r) / ((y - mean(y)) ** 2).sum()
    double[] y = {2.0, 1.5, 1.25, 1.4, 1.3, 1.9, 2.6};
    assertThat(CrossSectionShape.of(y).quadraticR2()).isCloseTo(0.9653366583541148, within(1e-13));
  }

  @Test
  void ends_of_the_double_range_do_not_overflow() {
    CrossSectionShape shape = CrossSectionShape.of(new double[] {1e308, -1e307, 1e308});

    assertThat(shape.height()).isCloseTo(1.1e308, within(1e294));
    assertThat(shape.quadraticR2()).isCloseTo(1, within(1e-12));
  }

  @Test
  void fewer_than_three_losses_and_losses_that_are_not_finite_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrossSectionShape.of(new double[] {1, 2}))
        .withMessage("a cross-section has at least 3 losses, got 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrossSectionShape.of(new double[] {1, 2, Double.NaN}))
        .withMessage("loss 2 must be finite, got NaN (counted from 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrossSectionShape.of(new double[] {1, Double.POSITIVE_INFINITY, 0}))
        .withMessageContaining("loss 1");
  }
}
