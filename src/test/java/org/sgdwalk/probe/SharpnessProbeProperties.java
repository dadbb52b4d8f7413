package org.sgdwalk.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.hipparchus.random.Well19937c;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.QuadraticSurface;
import org.sgdwalk.spec.DensitySpec;
import org.sgdwalk.spec.SharpnessSpec;

/** On quadratics, whose Hessians are known. */
class SharpnessProbeProperties {
  private static final double TOLERANCE = 1e-9;
  private static final int ENOUGH = 200;

  @Provide
  Arbitrary<double[]> spectra() {
    return Arbitraries.doubles()
        .between(-10, 10)
        .ofScale(3)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(12)
        .filter(values -> Arrays.stream(values).anyMatch(x -> x != 0));
  }

  private static Sharpness measure(
      double[] diagonal, int topK, int traces, DensitySpec density, long seed) {
    QuadraticSurface surface = new QuadraticSurface(diagonal);
    SharpnessSpec spec = new SharpnessSpec(1, List.of(), TOLERANCE, ENOUGH, topK, traces, density);
    ParameterVector theta = surface.initialTheta(new Well19937c(1));
    return new SharpnessProbe(surface, spec, seed)
        .measure(theta, Normalization.TRAIN)
        .orElseThrow();
  }

  @Property(tries = 100)
  void its_largest_eigenvalue_has_the_spectral_norm_and_a_sign(
      @ForAll("spectra") double[] diagonal, @ForAll @LongRange(min = 0) long seed) {
    double value = measure(diagonal, 1, 0, new DensitySpec(1, 2, 20), seed).largest().value();
    double norm = Arrays.stream(diagonal).map(Math::abs).max().orElseThrow();

    assertThat(Math.abs(value)).isCloseTo(norm, within(1e-6 * norm));
    assertThat(Arrays.stream(diagonal)).anyMatch(d -> Math.abs(d - value) <= 1e-6 * norm);
  }

  /** For a diagonal matrix the form of a vector of signs is the trace, whatever the signs. */
  @Property(tries = 50)
  void its_trace_is_the_sum_of_the_eigenvalues(@ForAll("spectra") double[] diagonal) {
    Sharpness sharpness = measure(diagonal, 1, 3, new DensitySpec(2, 5, 50), 1);

    assertThat(Objects.requireNonNull(sharpness.trace()).trace())
        .isCloseTo(Arrays.stream(diagonal).sum(), within(1e-9));
    assertThat(Objects.requireNonNull(sharpness.density()).probes()).isEqualTo(2);
    assertThat(sharpness.density().grid()).hasSize(50);
  }

  @Example
  void it_measures_nothing_where_products_overflow() {
    QuadraticSurface surface = new QuadraticSurface(Double.POSITIVE_INFINITY, 1);
    SharpnessProbe probe =
        new SharpnessProbe(
            surface, new SharpnessSpec(1, List.of(), TOLERANCE, ENOUGH, 1, 0, null), 1);

    assertThat(probe.measure(surface.initialTheta(new Well19937c(1)), Normalization.TRAIN))
        .isEmpty();
  }
}
