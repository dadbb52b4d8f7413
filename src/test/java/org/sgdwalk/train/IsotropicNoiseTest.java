package org.sgdwalk.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.QuadraticSurface;
import org.sgdwalk.spec.NoiseStd;
import org.sgdwalk.spec.OptimizerSpec;

/** On a made-up surface whose largest variance is 4 / varianceBatch. */
@DisplayName("GD with isotropic noise")
class IsotropicNoiseTest {
  private static final int DIMENSION = 20_000;

  /** Relative standard error of a deviation of so many components is 0.5 %. */
  private static final double CLOSE = 0.02;

  private static LossSurface surface() {
    double[] diagonal = new double[DIMENSION];
    Arrays.fill(diagonal, 1);
    return new QuadraticSurface(diagonal);
  }

  private static Walks.Walked run(OptimizerSpec optimizer) {
    return Walks.run(Walks.spec(optimizer, 3), surface());
  }

  /** What the update used less the gradient of the loss, which is theta, times a number. */
  private static double[] noise(Step step, double times) {
    return step.gradient().copy().addScaled(-times, step.before()).toArray();
  }

  private static double deviation(OptimizerSpec optimizer, double times) {
    return new StandardDeviation().evaluate(noise(run(optimizer).steps().get(1), times));
  }

  private static OptimizerSpec.GdNoise noise(double factor, int batch) {
    return new OptimizerSpec.GdNoise(0.1, factor, batch);
  }

  @Test
  void has_the_factor_times_the_largest_variance_at_the_start() {
    assertThat(deviation(noise(0.25, 1), 1)).isCloseTo(1, within(CLOSE));
    assertThat(deviation(noise(1, 4), 1)).isCloseTo(1, within(CLOSE));
    assertThat(deviation(noise(4, 1), 1)).isCloseTo(4, within(4 * CLOSE));
  }

  @Test
  void takes_the_variance_for_the_deviation_on_request_as_the_papers_code_does() {
    OptimizerSpec quirk = new OptimizerSpec.GdNoise(0.1, 0, false, 4, 1, NoiseStd.VARIANCE);

    assertThat(deviation(quirk, 1)).isCloseTo(16, within(16 * CLOSE));
  }

  /** 20 examples in chunks of 10. */
  @Test
  void adds_up_two_chunks_noise_included_on_request() {
    OptimizerSpec quirk = new OptimizerSpec.GdNoise(0.1, 0, true, 0.25, 1, NoiseStd.SIGMA);

    assertThat(deviation(quirk, 2)).isCloseTo(2, within(2 * CLOSE));
    double[] summed =
        Walks.run(Walks.spec(new OptimizerSpec.Gd(0.1, 0.5, true), 1), surface())
            .steps()
            .get(0)
            .gradient()
            .toArray();
    // Twice the gradient 1, and the decay once: the paper's code decays the sum.
    assertThat(summed[0]).isEqualTo(2.5);
  }

  @Test
  void uses_and_shows_the_noisy_gradient() {
    for (Step step : run(noise(1, 1)).steps()) {
      ParameterVector moved = step.after().copy().addScaled(-1, step.before());
      assertThat(moved.addScaled(0.1, step.gradient()).norm()).isLessThan(1e-12);
    }
  }

  @Test
  void draws_anew_at_each_update_and_again_the_same_for_the_same_seed() {
    Walks.Walked one = run(noise(1, 1));
    Walks.Walked again = run(noise(1, 1));

    assertThat(noise(one.steps().get(0), 1)).isNotEqualTo(noise(one.steps().get(1), 1));
    assertThat(one.thetas().get(3)).isEqualTo(again.thetas().get(3));
  }
}
