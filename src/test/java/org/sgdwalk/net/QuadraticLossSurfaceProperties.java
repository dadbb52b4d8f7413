package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.sgdwalk.probe.Eigenpair;
import org.sgdwalk.probe.Lanczos;
import org.sgdwalk.probe.RandomDirections;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;
import org.sgdwalk.spec.SpecJson;

class QuadraticLossSurfaceProperties {
  private static final int TRIES = 50;

  @Property(tries = TRIES)
  void theta_starts_along_the_eigenvector_of_the_largest_eigenvalue_which_is_in_its_range(
      @ForAll @LongRange(max = 9999) long seed) {
    LossSurface surface = QuadraticLossSurface.open(spec(seed));
    ParameterVector theta = start(surface, seed);

    Eigenpair largest =
        new Lanczos(v -> surface.hessianVector(theta, v), directions(surface, seed)::normal)
            .largest(1e-10, 100);

    assertThat(largest.value()).isBetween(1.1, 1.95);
    assertThat(Math.abs(largest.vector().cosine(theta))).isCloseTo(1, within(1e-6));
    assertThat(theta.norm()).isBetween(0.1 - 1e-9, 10 + 1e-9);
    assertThat(surface.dimension()).isBetween(1L, 12L);
  }

  /** Of a quadratic a central difference is exact. */
  @Property(tries = TRIES)
  void the_gradient_is_the_slope_of_the_loss_and_the_hessian_that_of_the_gradient(
      @ForAll @LongRange(max = 9999) long seed) {
    LossSurface surface = QuadraticLossSurface.open(spec(seed));
    RandomDirections directions = directions(surface, seed);
    ParameterVector theta = directions.normal();
    ParameterVector v = directions.normal();
    ParameterVector ahead = theta.copy().addScaled(1, v);
    ParameterVector behind = theta.copy().addScaled(-1, v);
    double[] ends =
        surface.losses(
            behind, ahead, new double[] {0, 0.5, 1}, Rounding.NEAREST, 1, Normalization.TRAIN);
    Gradient gradient = surface.fullGradient(theta);

    assertThat((ends[2] - ends[0]) / 2).isCloseTo(gradient.vector().dot(v), within(1e-10));
    assertThat(ends[1]).isCloseTo(gradient.loss(), within(1e-10));
    assertThat(surface.evaluateTraining(theta, Normalization.TRAIN).loss())
        .isCloseTo(gradient.loss(), within(1e-12));
    assertThat(
            surface
                .fullGradient(ahead)
                .vector()
                .addScaled(-1, gradient.vector())
                .distance(surface.hessianVector(theta, v)))
        .isLessThan(1e-12);
  }

  @Property(tries = 20)
  void the_same_seed_gives_the_same_surface_and_another_seed_another(
      @ForAll @LongRange(max = 9999) long seed) {
    double loss = startLoss(seed);

    assertThat(startLoss(seed)).isEqualTo(loss);
    assertThat(startLoss(seed + 1)).isNotEqualTo(loss);
  }

  @Example
  void a_network_is_no_quadratic() {
    RunSpec spec = spec(1);
    RunSpec network =
        new RunSpec(
            new NetworkSpec.Mlp(List.of(4), false),
            new DataSpec("mnist", 10, 10, 10),
            spec.optimizer(),
            spec.schedule(),
            spec.length(),
            1,
            null,
            spec.precision(),
            spec.probes(),
            List.of());

    assertThatThrownBy(() -> QuadraticLossSurface.open(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not quadratic: ");
  }

  private static double startLoss(long seed) {
    LossSurface surface = QuadraticLossSurface.open(spec(seed));
    return surface.fullGradient(start(surface, seed)).loss();
  }

  private static ParameterVector start(LossSurface surface, long seed) {
    return surface.initialTheta(SeedStreams.stream(seed, SeedStreams.INIT));
  }

  private static RandomDirections directions(LossSurface surface, long seed) {
    return new RandomDirections(surface, SeedStreams.stream(seed, SeedStreams.DIRECTIONS));
  }

  private static RunSpec spec(long seed) {
    return SpecJson.read(
        """
        { "network": {"kind": "quadratic", "maxDimension": 12, "lowest": 1.1, "highest": 1.95},
          "data": {"name": "none", "train": 1, "validation": 1},
          "optimizer": {"kind": "gd", "learningRate": 1}, "precision": "float64",
          "length": {"steps": 10}, "seed": %d }
        """
            .formatted(seed));
  }
}
