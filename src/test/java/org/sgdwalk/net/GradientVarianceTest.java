package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.spec.Precision;

@DisplayName("The variance of each parameter's gradient over batches")
class GradientVarianceTest {
  private static final int EXAMPLES = 48;

  @ParameterizedTest
  @EnumSource(names = ".*BN", mode = EnumSource.Mode.MATCH_NONE)
  void is_that_of_pytorchs_per_example_gradients_for_batches_of_one(Oracle oracle) {
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 2, EXAMPLES)) {
      ParameterVector variance = surface.gradientVariance(oracle.byName(surface, "theta/"), 1);

      assertThat(variance.largest())
          .isCloseTo(oracle.number("max_parameter_variance"), within(1e-10));
      assertThat(Arrays.stream(variance.toArray()).sum())
          .isCloseTo(oracle.number("covariance_trace"), within(1e-8));
    }
  }

  /** Batches of 20, 20 and 8, computed from the gradients of the batches by hand. */
  @ParameterizedTest
  @EnumSource
  void weighs_a_smaller_last_batch_by_its_examples(Oracle oracle) {
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 1, EXAMPLES)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      double[][] gradients = new double[3][];
      Arrays.setAll(
          gradients,
          i -> {
            int[] batch = IntStream.range(20 * i, Math.min(20 * i + 20, EXAMPLES)).toArray();
            return surface.batchGradient(theta, batch).vector().toArray();
          });

      double[] variance = surface.gradientVariance(theta, 20).toArray();

      assertThat(variance).hasSize(gradients[0].length);
      for (int p = 0; p < variance.length; p++) {
        double[] g = {gradients[0][p], gradients[1][p], gradients[2][p]};
        double mean = (20 * g[0] + 20 * g[1] + 8 * g[2]) / EXAMPLES;
        double expected =
            (20 * Math.pow(g[0] - mean, 2)
                    + 20 * Math.pow(g[1] - mean, 2)
                    + 8 * Math.pow(g[2] - mean, 2))
                / EXAMPLES;
        assertThat(variance[p]).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @Test
  void has_the_same_digits_for_any_number_of_threads() {
    assertThat(inSingle(1)).isEqualTo(inSingle(3));
  }

  private static double[] inSingle(int threads) {
    try (LossSurface surface = Oracle.MLP_BN.surface(Precision.FLOAT32, threads, EXAMPLES)) {
      return surface.gradientVariance(Oracle.MLP_BN.byName(surface, "theta/"), 6).toArray();
    }
  }
}
