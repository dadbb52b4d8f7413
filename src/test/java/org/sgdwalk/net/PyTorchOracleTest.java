package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.probe.GradientCosine;
import org.sgdwalk.spec.Precision;

@DisplayName("DL4J in float64 gives PyTorch's numbers")
class PyTorchOracleTest {
  /** Both sum in float64; what is left is the order of summation and DL4J's epsilon handling. */
  private static final double CLOSE = 1e-9;

  @ParameterizedTest(name = "batch norm {0}")
  @ValueSource(booleans = {false, true})
  void should_agree_on_loss_and_gradient(boolean batchNorm) {
    Oracle oracle = new Oracle(batchNorm);
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 1, 48)) {
      ParameterVector theta = surface.vector(oracle.theta());
      Gradient gradient = surface.fullGradient(theta);

      assertThat(surface.dimension()).isEqualTo((long) oracle.number("parameters"));
      assertThat(surface.evaluateTraining(theta, Normalization.TRAIN).loss())
          .isCloseTo(oracle.number("loss_train_mode"), within(CLOSE));
      assertThat(gradient.loss()).isCloseTo(oracle.number("loss_train_mode"), within(1e-6));
      assertThat(gradient.vector().norm()).isCloseTo(oracle.number("grad_norm"), within(CLOSE));
      assertThat(Oracle.largestDifference(gradient.vector().toArray(), oracle.gradient()))
          .isLessThan(CLOSE);
    }
  }

  @ParameterizedTest(name = "batch norm {0}")
  @ValueSource(booleans = {false, true})
  void should_agree_on_the_loss_in_eval_mode(boolean batchNorm) {
    Oracle oracle = new Oracle(batchNorm);
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 1, 48)) {
      ParameterVector theta = surface.vector(oracle.theta());
      Normalization eval =
          batchNorm
              ? Normalization.eval(
                  ParameterVector.of(theta.array().dataType(), oracle.statistics()))
              : Normalization.TRAIN;

      assertThat(surface.evaluateValidation(theta, eval).loss())
          .isCloseTo(oracle.number("loss_eval_mode"), within(CLOSE));
    }
  }

  @ParameterizedTest(name = "batch norm {0}")
  @ValueSource(booleans = {false, true})
  void should_agree_on_a_cross_section(boolean batchNorm) {
    Oracle oracle = new Oracle(batchNorm);
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 2, 48)) {
      ParameterVector theta = surface.vector(oracle.theta());
      ParameterVector after = theta.copy().addScaled(-0.1, surface.fullGradient(theta).vector());
      double[] a = IntStream.rangeClosed(0, 10).mapToDouble(k -> k / 10.0).toArray();

      double[] losses = surface.losses(theta, after, a, 48, Normalization.TRAIN);

      JsonNode expected = oracle.list("cross_section");
      for (int k = 0; k <= 10; k++) {
        assertThat(losses[k]).isCloseTo(expected.get(k).doubleValue(), within(CLOSE));
      }
    }
  }

  @ParameterizedTest(name = "batch norm {0}")
  @ValueSource(booleans = {false, true})
  void should_agree_on_five_sgd_updates(boolean batchNorm) {
    Oracle oracle = new Oracle(batchNorm);
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 1, 48)) {
      ParameterVector start = surface.vector(oracle.theta());
      ParameterVector theta = start.copy();
      GradientCosine cosine = new GradientCosine();
      for (JsonNode step : oracle.list("sgd")) {
        int first = step.get("step").intValue() % 3 * 16;
        Gradient gradient =
            surface.batchGradient(theta, IntStream.range(first, first + 16).toArray());
        theta = theta.copy().addScaled(-0.05, gradient.vector());

        assertThat(gradient.vector().norm())
            .isCloseTo(step.get("grad_norm").doubleValue(), within(1e-8));
        double next = cosine.next(gradient.vector());
        if (!step.get("cosine").isNull()) {
          assertThat(next).isCloseTo(step.get("cosine").doubleValue(), within(1e-8));
        }
        assertThat(theta.distance(start))
            .isCloseTo(step.get("distance_after").doubleValue(), within(1e-8));
        assertThat(surface.evaluateTraining(theta, Normalization.TRAIN).loss())
            .isCloseTo(step.get("full_loss_after").doubleValue(), within(1e-8));
      }
    }
  }
}
