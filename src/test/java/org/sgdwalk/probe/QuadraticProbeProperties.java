package org.sgdwalk.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.QuadraticSurface;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;
import org.sgdwalk.stats.CrossSectionShape;

/** Probes against the closed forms of L(theta) = lambda theta^2 / 2 and its sums. */
class QuadraticProbeProperties {
  private static final int TRIES = 200;
  private static final int POINTS = 11;

  /**
   * One GD step from theta = 1 multiplies theta by q = 1 - eta lambda, so the section is lambda/2
   * (1 - a (1 - q))^2 with its minimum 0 at a = 1 / (eta lambda).
   */
  @Property(tries = TRIES)
  void a_step_that_crosses_the_minimum_at_a_grid_point_has_its_floor_there(
      @ForAll @IntRange(min = 1, max = 9) int tenths,
      @ForAll @DoubleRange(min = 0.01, max = 100) @Scale(9) double lambda) {
    QuadraticSurface surface = new QuadraticSurface(lambda);
    double etaLambda = 10.0 / tenths;
    CrossSectionShape shape = CrossSectionShape.of(section(surface, 1 - etaLambda));
    double ends = lambda / 2 * (1 + Math.pow(1 - etaLambda, 2)) / 2;

    assertThat(shape.inValley()).isTrue();
    assertThat(shape.floorA()).isCloseTo(tenths / 10.0, within(1e-12));
    assertThat(shape.floor()).isCloseTo(0, within(1e-12 * lambda));
    assertThat(shape.height()).isCloseTo(ends, within(1e-9 * ends));
    assertThat(shape.barrierHeight()).isZero();
    assertThat(shape.quadraticR2()).isCloseTo(1, within(1e-9));
  }

  /** Half way to the other wall at eta lambda = 1.5, on the floor at 1. */
  @Property(tries = TRIES)
  void alpha_of_gd_along_an_eigenvector_is_eta_lambda_minus_1(
      @ForAll @DoubleRange(min = 0.01, max = 4) @Scale(9) double etaLambda,
      @ForAll @DoubleRange(min = 0.01, max = 100) @Scale(9) double lambda) {
    CrossSectionShape shape =
        CrossSectionShape.of(section(new QuadraticSurface(lambda), 1 - etaLambda));

    assertThat(shape.alpha()).isCloseTo(etaLambda - 1, within(1e-9));
  }

  @Property(tries = TRIES)
  void a_step_that_stops_short_of_the_minimum_is_in_no_valley(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(9) double etaLambda) {
    CrossSectionShape shape = CrossSectionShape.of(section(new QuadraticSurface(3), 1 - etaLambda));

    assertThat(shape.inValley()).isFalse();
  }

  @Property(tries = TRIES)
  void every_loss_of_a_section_is_that_of_its_point(
      @ForAll @DoubleRange(min = -5, max = 5) @Scale(9) double x,
      @ForAll @DoubleRange(min = -5, max = 5) @Scale(9) double y) {
    QuadraticSurface surface = new QuadraticSurface(2, 0.5);
    double[] losses =
        probe(surface)
            .measure(
                surface.vector(new double[] {1, 1}),
                surface.vector(new double[] {x, y}),
                Normalization.TRAIN);

    assertThat(losses).hasSize(POINTS);
    for (int k = 0; k < POINTS; k++) {
      double a = k / 10.0;
      assertThat(losses[k]).isCloseTo(surface.loss(1 - a + a * x, 1 - a + a * y), within(1e-12));
    }
  }

  /** g_0 = (d_1, d_2) and g_1 = (q_1 d_1, q_2 d_2) with q_i = 1 - eta d_i. */
  @Property(tries = TRIES)
  void the_cosine_of_two_steps_is_that_of_the_closed_form(
      @ForAll @DoubleRange(min = 0.1, max = 10) @Scale(9) double d1,
      @ForAll @DoubleRange(min = 0.1, max = 10) @Scale(9) double d2,
      @ForAll @DoubleRange(min = 0.01, max = 0.3) @Scale(9) double eta) {
    QuadraticSurface surface = new QuadraticSurface(d1, d2);
    ParameterVector theta = surface.vector(new double[] {1, 1});
    GradientCosine cosine = new GradientCosine();
    ParameterVector gradient = surface.fullGradient(theta).vector();
    double first = cosine.next(gradient);
    double second = cosine.next(surface.fullGradient(theta.addScaled(-eta, gradient)).vector());

    double e1 = (1 - eta * d1) * d1;
    double e2 = (1 - eta * d2) * d2;
    assertThat(first).isNaN();
    assertThat(second)
        .isCloseTo((d1 * e1 + d2 * e2) / (Math.hypot(d1, d2) * Math.hypot(e1, e2)), within(1e-9));
  }

  @Property(tries = TRIES)
  void the_cosine_ignores_a_positive_scale_and_flips_with_the_sign(
      @ForAll @DoubleRange(min = -5, max = 5) @Scale(9) double x,
      @ForAll @DoubleRange(min = 0.01, max = 1000) @Scale(9) double scale) {
    QuadraticSurface surface = new QuadraticSurface(1, 1);
    ParameterVector one = surface.vector(new double[] {x, 1});
    ParameterVector other = surface.vector(new double[] {1, 2});
    double cosine = one.cosine(other);

    assertThat(one.copy().scale(scale).cosine(other)).isCloseTo(cosine, within(1e-12));
    assertThat(one.copy().scale(-scale).cosine(other)).isCloseTo(-cosine, within(1e-12));
    assertThat(one.cosine(one)).isCloseTo(1, within(1e-12));
    assertThat(one.cosine(one)).isLessThanOrEqualTo(1);
  }

  @Property(tries = 50)
  void a_shared_end_point_is_computed_once(@ForAll @IntRange(min = 1, max = 20) int steps) {
    QuadraticSurface surface = new QuadraticSurface(1);
    CrossSectionProbe probe = probe(surface);
    ParameterVector theta = surface.vector(new double[] {1});
    double lastLoss = Double.NaN;
    for (int step = 1; step <= steps; step++) {
      ParameterVector next = theta.copy().scale(-0.9);
      double[] losses = probe.measure(theta, next, Normalization.TRAIN);
      assertThat(step == 1 || losses[0] == lastLoss).isTrue();
      lastLoss = losses[POINTS - 1];
      theta = next;
    }

    assertThat(surface.evaluations()).isEqualTo(steps * (POINTS - 1) + 1);
  }

  @Property(tries = 50)
  void in_eval_mode_an_end_point_is_computed_again_because_the_statistics_moved(
      @ForAll @IntRange(min = 1, max = 20) int steps) {
    QuadraticSurface surface = new QuadraticSurface(1);
    CrossSectionProbe probe = probe(surface, BatchNormMode.EVAL);
    ParameterVector theta = surface.vector(new double[] {1});
    for (int step = 1; step <= steps; step++) {
      ParameterVector next = theta.copy().scale(-0.9);
      probe.measure(theta, next, Normalization.TRAIN);
      theta = next;
    }

    assertThat(surface.evaluations()).isEqualTo(steps * POINTS);
  }

  private static double[] section(QuadraticSurface surface, double end) {
    return probe(surface)
        .measure(
            surface.vector(new double[] {1}),
            surface.vector(new double[] {end}),
            Normalization.TRAIN);
  }

  private static CrossSectionProbe probe(QuadraticSurface surface) {
    return probe(surface, BatchNormMode.TRAIN);
  }

  private static CrossSectionProbe probe(QuadraticSurface surface, BatchNormMode batchNorm) {
    return new CrossSectionProbe(
        surface,
        new CrossSectionSpec(POINTS, batchNorm, 0, 1, List.of(), 0),
        new DataSpec(RunSpec.NO_DATA, 1, 1, 10),
        SeedStreams.stream(0, SeedStreams.CHUNKS));
  }
}
