package org.sgdwalk.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.sgdwalk.stats.Quadrature;
import org.sgdwalk.stats.SpectralDensity;
import org.sgdwalk.stats.TraceEstimate;

/** Trace and density of matrices whose spectra are known. */
class SpectrumProperties {
  private static final int TRIES = 50;

  @Provide
  Arbitrary<double[]> spectra() {
    return Arbitraries.doubles()
        .between(-5, 5)
        .ofScale(9)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(15);
  }

  /** Mean and variance over the signs in closed form: tr H and 2 sum_{i != j} h_ij^2. */
  @Property(tries = TRIES)
  void the_trace_is_within_five_of_its_exact_standard_errors(
      @ForAll("spectra") double[] spectrum, @ForAll @IntRange(max = 999) int seed) {
    SymmetricMatrix matrix = new SymmetricMatrix(spectrum, seed);
    double offDiagonal = 0;
    for (int i = 0; i < spectrum.length; i++) {
      for (int j = 0; j < i; j++) {
        offDiagonal += 2 * Math.pow(matrix.matrix().getEntry(i, j), 2);
      }
    }
    double exactError = Math.sqrt(2 * offDiagonal / 100);

    TraceEstimate estimate = HutchinsonTrace.estimate(matrix, matrix.directions(seed), 100);

    assertThat(estimate.trace())
        .isCloseTo(Arrays.stream(spectrum).sum(), within(5 * exactError + 1e-9));
    assertThat(estimate.probes()).isEqualTo(100);
    assertThat(matrix.products()).isEqualTo(100);
  }

  @Example
  void the_standard_error_is_that_of_the_estimates() {
    double[] spectrum = new double[15];
    Arrays.setAll(spectrum, i -> i);
    SymmetricMatrix matrix = new SymmetricMatrix(spectrum, 3);
    RandomDirections directions = matrix.directions(1);
    double squares = 0;
    double errors = 0;
    for (int k = 0; k < 400; k++) {
      TraceEstimate estimate = HutchinsonTrace.estimate(matrix, directions, 10);
      squares += Math.pow(estimate.trace() - 105, 2) / 400;
      errors += Math.pow(estimate.standardError(), 2) / 400;
    }

    // Both estimate the same variance; 400 of them leave some 8 %.
    assertThat(errors / squares).isBetween(0.7, 1.4);
  }

  @Example
  void a_diagonal_operator_has_its_trace_exactly_whatever_the_signs() {
    SymmetricMatrix scaled = new SymmetricMatrix(new double[] {4, 4, 4}, 1);
    TraceEstimate estimate = HutchinsonTrace.estimate(scaled, scaled.directions(1), 1);

    assertThat(estimate.trace()).isCloseTo(12, within(1e-12));
    assertThat(estimate.standardError()).isNaN();
  }

  /** Gauss quadrature: v' H^p v / v' v exactly up to p = 2 steps - 1. */
  @Property(tries = TRIES)
  void a_rule_of_k_steps_has_the_first_2k_moments_of_its_start_vector(
      @ForAll("spectra") double[] spectrum,
      @ForAll @IntRange(min = 1, max = 4) int steps,
      @ForAll @IntRange(max = 999) int seed) {
    SymmetricMatrix matrix = new SymmetricMatrix(spectrum, seed);
    RealVector v = new ArrayRealVector(matrix.directions(seed).normal().toArray());
    Quadrature rule = LanczosQuadrature.rules(matrix, matrix.directions(seed), 1, steps).get(0);
    RealVector power = v.copy();

    for (int p = 0; p < 2 * steps; p++) {
      double expected = v.dotProduct(power) / v.dotProduct(v);
      assertThat(rule.moment(p)).isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
      power = matrix.matrix().operate(power);
    }
  }

  @Property(tries = TRIES)
  void a_density_integrates_to_one_and_is_nowhere_negative(
      @ForAll("spectra") double[] spectrum, @ForAll @IntRange(min = 1, max = 3) int probes) {
    SymmetricMatrix matrix = new SymmetricMatrix(spectrum, 1);
    SpectralDensity density =
        SpectralDensity.of(LanczosQuadrature.rules(matrix, matrix.directions(1), probes, 10), 200);

    assertThat(integral(density, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
        .isCloseTo(1, within(1e-3));
    assertThat(density.values()).allSatisfy(value -> assertThat(value).isNotNegative());
    assertThat(density.grid()).isSorted().hasSize(200);
    assertThat(density.probes()).isEqualTo(probes);
  }

  /** A tenth of the eigenvalues lie at 5, the others around 0. */
  @Example
  void a_density_shows_the_bulk_and_the_outliers_in_their_proportions() {
    double[] spectrum = new double[100];
    Arrays.setAll(spectrum, i -> i < 10 ? 5 + 0.01 * i : Math.sin(i) / 2);
    SymmetricMatrix matrix = new SymmetricMatrix(spectrum, 2);
    SpectralDensity density =
        SpectralDensity.of(LanczosQuadrature.rules(matrix, matrix.directions(2), 30, 30), 300);

    // Weights of one start vector scatter by sqrt(2 .1 .9 / 100), the mean of 30 by 0.8 %.
    assertThat(integral(density, 4, 6)).isCloseTo(0.1, within(0.03));
    assertThat(integral(density, -1, 1)).isCloseTo(0.9, within(0.03));
    assertThat(integral(density, 1.5, 3.5)).isCloseTo(0, within(1e-3));
  }

  @Example
  void impossible_questions_are_refused() {
    SymmetricMatrix matrix = new SymmetricMatrix(new double[] {1, 2}, 1);
    List<Quadrature> rules = LanczosQuadrature.rules(matrix, matrix.directions(1), 1, 2);

    assertThatThrownBy(() -> SpectralDensity.of(rules, 19)).hasMessageContaining("got 1 and 19");
    assertThatThrownBy(() -> SpectralDensity.of(List.of(), 20)).hasMessageContaining("got 0 and");
    assertThatThrownBy(() -> LanczosQuadrature.rules(matrix, matrix.directions(1), 0, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HutchinsonTrace.estimate(matrix, matrix.directions(1), 0))
        .hasMessage("a trace needs at least one quadratic form, got none");
  }

  private static double integral(SpectralDensity density, double from, double to) {
    double spacing = density.grid().get(1) - density.grid().get(0);
    double sum = 0;
    for (int i = 0; i < density.grid().size(); i++) {
      double x = density.grid().get(i);
      sum += x >= from && x <= to ? density.values().get(i) * spacing : 0;
    }
    return sum;
  }
}
