package org.sgdwalk.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.sgdwalk.net.QuadraticSurface;
import org.sgdwalk.spec.OptimizerSpec;

/**
 * Q1 (section 6, appendix E): GD on a quadratic along an eigenvector with eigenvalue lambda. Each
 * update multiplies the coordinate by 1 - eta lambda.
 */
class QuadraticRegimesProperties {
  private static final int TRIES = 100;
  private static final int STEPS = 12;

  @Property(tries = TRIES)
  void below_1_over_lambda_gd_falls_without_oscillating(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(9) double etaLambda,
      @ForAll @DoubleRange(min = 0.1, max = 10) @Scale(9) double lambda) {
    double[] x = coordinate(etaLambda, lambda);

    for (int t = 1; t <= STEPS; t++) {
      assertThat(x[t]).isPositive().isLessThan(x[t - 1]);
    }
  }

  @Property(tries = TRIES)
  void between_1_and_2_over_lambda_gd_oscillates_and_converges(
      @ForAll @DoubleRange(min = 1.01, max = 1.99) @Scale(9) double etaLambda,
      @ForAll @DoubleRange(min = 0.1, max = 10) @Scale(9) double lambda) {
    double[] x = coordinate(etaLambda, lambda);

    for (int t = 1; t <= STEPS; t++) {
      assertThat(x[t] * x[t - 1]).isNegative();
      assertThat(Math.abs(x[t])).isLessThan(Math.abs(x[t - 1]));
    }
  }

  @Property(tries = TRIES)
  void above_2_over_lambda_gd_oscillates_and_diverges(
      @ForAll @DoubleRange(min = 2.01, max = 4) @Scale(9) double etaLambda,
      @ForAll @DoubleRange(min = 0.1, max = 10) @Scale(9) double lambda) {
    double[] x = coordinate(etaLambda, lambda);

    for (int t = 1; t <= STEPS; t++) {
      assertThat(x[t] * x[t - 1]).isNegative();
      assertThat(Math.abs(x[t])).isGreaterThan(Math.abs(x[t - 1]));
    }
  }

  @Property(tries = TRIES)
  void the_coordinates_of_eigenvectors_move_independently(
      @ForAll @DoubleRange(min = 0.1, max = 3) @Scale(9) double first,
      @ForAll @DoubleRange(min = 0.1, max = 3) @Scale(9) double second,
      @ForAll @DoubleRange(min = 0.01, max = 0.6) @Scale(9) double eta) {
    Walks.Walked walked =
        Walks.run(
            Walks.spec(new OptimizerSpec.Gd(eta, 0), STEPS), new QuadraticSurface(first, second));

    double[] end = walked.thetas().get(STEPS);
    assertThat(end[0]).isCloseTo(Math.pow(1 - eta * first, STEPS), within(1e-9));
    assertThat(end[1]).isCloseTo(Math.pow(1 - eta * second, STEPS), within(1e-9));
  }

  private static double[] coordinate(double etaLambda, double lambda) {
    return Walks.run(
            Walks.spec(new OptimizerSpec.Gd(etaLambda / lambda, 0), STEPS),
            new QuadraticSurface(lambda))
        .thetas()
        .stream()
        .mapToDouble(theta -> theta[0])
        .toArray();
  }
}
