package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CrossSectionShapeProperties {

  /** Sixteenths of small integers: sums and differences are exact, so laws hold to the bit. */
  @Provide
  Arbitrary<double[]> sections() {
    return Arbitraries.integers()
        .between(-100, 100)
        .map(i -> i / 16.0)
        .array(Double[].class)
        .ofMinSize(3)
        .ofMaxSize(21)
        .map(boxed -> Arrays.stream(boxed).mapToDouble(Double::doubleValue).toArray());
  }

  @Property
  void parabola_c_plus_h_a_minus_m_squared_has_its_closed_form(
      @ForAll @IntRange(min = 3, max = 41) int points,
      @ForAll @IntRange(min = 1, max = 1000) int curvature,
      @ForAll @IntRange(min = 1, max = 39) int at) {
    int last = points - 1;
    int vertex = 1 + at % (last - 1);
    double[] losses = new double[points];
    for (int i = 0; i < points; i++) {
      losses[i] = 2 + (double) curvature * (i - vertex) * (i - vertex);
    }

    CrossSectionShape shape = CrossSectionShape.of(losses);

    double left = curvature * (double) (vertex * vertex);
    double right = curvature * (double) ((last - vertex) * (last - vertex));
    assertThat(shape.floor()).isEqualTo(2);
    assertThat(shape.floorA()).isEqualTo((double) vertex / last);
    assertThat(shape.height()).isEqualTo((left + right) / 2);
    assertThat(shape.barrierHeight()).isZero();
    assertThat(shape.convexity()).isEqualTo(1);
    assertThat(shape.quadraticR2()).isCloseTo(1, within(1e-12));
    double alpha = (double) (last - vertex) / vertex;
    assertThat(shape.alpha()).isCloseTo(alpha, within(1e-9 * Math.max(1, alpha)));
  }

  /** c1 a + c2 a^2: the minimum is at -c1 / (2 c2), and alpha is -1 - 2 c2 / c1. */
  @Property
  void alpha_is_where_the_step_lands_between_start_and_floor(
      @ForAll @IntRange(min = 3, max = 41) int points,
      @ForAll @IntRange(min = -50, max = 50) int slope,
      @ForAll @IntRange(min = -50, max = 50) int curvature) {
    double[] losses = new double[points];
    for (int i = 0; i < points; i++) {
      double a = (double) i / (points - 1);
      losses[i] = slope * a + curvature * a * a;
    }

    double alpha = CrossSectionShape.of(losses).alpha();

    if (curvature > 0 && slope != 0) {
      double expected = -1 - 2.0 * curvature / slope;
      assertThat(alpha).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    } else if (curvature < 0) {
      assertThat(alpha).as("a parabola without a minimum").isNaN();
    }
  }

  @Property
  void alpha_of_a_step_that_walks_back_is_that_of_the_same_parabola(
      @ForAll @IntRange(min = 1, max = 19) int twentieths) {
    double minimum = twentieths / 20.0;
    double[] losses = new double[11];
    for (int i = 0; i < losses.length; i++) {
      double distance = i / 10.0 - minimum;
      losses[i] = distance * distance;
    }
    double[] back = new double[losses.length];
    for (int i = 0; i < losses.length; i++) {
      back[i] = losses[losses.length - 1 - i];
    }

    double forth = CrossSectionShape.of(losses).alpha();

    assertThat(CrossSectionShape.of(back).alpha())
        .isCloseTo(1 / forth, within(1e-9 / Math.abs(forth) + 1e-9));
  }

  @Property
  void adding_a_constant_moves_the_floor_and_nothing_else(
      @ForAll("sections") double[] losses, @ForAll @IntRange(min = -64, max = 64) int constant) {
    CrossSectionShape shape = CrossSectionShape.of(losses);
    double[] moved = Arrays.stream(losses).map(loss -> loss + constant).toArray();

    assertThat(CrossSectionShape.of(moved))
        .isEqualTo(
            new CrossSectionShape(
                shape.inValley(),
                shape.floor() + constant,
                shape.floorA(),
                shape.height(),
                shape.barrierHeight(),
                shape.convexity(),
                shape.quadraticR2(),
                shape.alpha()));
  }

  @Property
  void scaling_scales_floor_height_and_barrier(
      @ForAll("sections") double[] losses, @ForAll @IntRange(min = -20, max = 20) int exponent) {
    double scale = Math.scalb(1.0, exponent);
    CrossSectionShape shape = CrossSectionShape.of(losses);
    double[] scaled = Arrays.stream(losses).map(loss -> loss * scale).toArray();

    assertThat(CrossSectionShape.of(scaled))
        .isEqualTo(
            new CrossSectionShape(
                shape.inValley(),
                shape.floor() * scale,
                shape.floorA(),
                shape.height() * scale,
                shape.barrierHeight() * scale,
                shape.convexity(),
                shape.quadraticR2(),
                shape.alpha()));
  }

  @Property
  void walking_back_sees_the_same_valley(@ForAll("sections") double[] losses) {
    double[] reversed = new double[losses.length];
    for (int i = 0; i < losses.length; i++) {
      reversed[i] = losses[losses.length - 1 - i];
    }
    CrossSectionShape forth = CrossSectionShape.of(losses);
    CrossSectionShape back = CrossSectionShape.of(reversed);

    assertThat(back.inValley()).isEqualTo(forth.inValley());
    assertThat(List.of(back.floor())).as("NaN too").isEqualTo(List.of(forth.floor()));
    assertThat(back.height()).isEqualTo(forth.height());
    assertThat(back.barrierHeight()).isEqualTo(forth.barrierHeight());
    assertThat(back.convexity()).isEqualTo(forth.convexity());
    if (!Double.isNaN(forth.quadraticR2())) {
      assertThat(back.quadraticR2()).isCloseTo(forth.quadraticR2(), within(1e-12));
    }
  }

  @Property
  void height_and_barrier_are_never_negative_and_fractions_stay_within_0_and_1(
      @ForAll("sections") double[] losses) {
    CrossSectionShape shape = CrossSectionShape.of(losses);

    assertThat(shape.height()).isNotNegative();
    assertThat(shape.barrierHeight()).isNotNegative();
    assertThat(shape.convexity()).isBetween(0.0, 1.0);
    assertThat(Double.isNaN(shape.quadraticR2()) ? 0 : shape.quadraticR2()).isBetween(0.0, 1.0);
  }

  @Property
  void a_convex_section_has_no_barrier(@ForAll("sections") double[] losses) {
    CrossSectionShape shape = CrossSectionShape.of(losses);

    assertThat(shape.convexity() == 1 && shape.barrierHeight() > 0).isFalse();
  }

  @Property
  void three_points_lie_on_a_parabola(@ForAll("sections") double[] losses) {
    double r2 = CrossSectionShape.of(Arrays.copyOf(losses, 3)).quadraticR2();

    assertThat(Double.isNaN(r2) ? 1 : r2).isCloseTo(1, within(1e-12));
  }
}
