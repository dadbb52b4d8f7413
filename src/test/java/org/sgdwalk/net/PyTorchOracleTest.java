package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.probe.Eigenpair;
import org.sgdwalk.probe.GradientCosine;
import org.sgdwalk.probe.GradientCovariance;
import org.sgdwalk.probe.Lanczos;
import org.sgdwalk.probe.RandomDirections;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.SeedStreams;

@DisplayName("the engine gives PyTorch's numbers for every family")
class PyTorchOracleTest {
  /** Both compute in float64; what is left is the order of summation. */
  private static final double CLOSE = 1e-10;

  /** What float32 is held to: loss, and relative gradient. */
  private static final double CLOSE_LOSS_32 = 1e-5;

  private static final double CLOSE_GRADIENT_32 = 1e-4;

  /** Differences of gradients on the smooth piece: measured 4e-11 to 3e-9, and 4e-4 to 3e-3. */
  private static final double CLOSE_PRODUCT = 1e-7;

  private static final double CLOSE_PRODUCT_32 = 5e-3;

  /** Relative; the eigenvalue is off by about its square. */
  private static final double RESIDUAL = 0.01;

  /** Such a residual takes fewer for every oracle. */
  private static final int PRODUCTS = 40;

  @ParameterizedTest
  @EnumSource
  void agrees_on_loss_and_gradient_in_double(Oracle oracle) {
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 1, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      Gradient gradient = surface.fullGradient(theta);

      assertThat(surface.dimension()).isEqualTo((long) oracle.number("parameters"));
      assertThat(surface.evaluateTraining(theta, Normalization.TRAIN).loss())
          .isCloseTo(oracle.number("loss_train_mode"), within(CLOSE));
      assertThat(gradient.loss()).isCloseTo(oracle.number("loss_train_mode"), within(CLOSE));
      assertThat(gradient.vector().norm()).isCloseTo(oracle.number("grad_norm"), within(CLOSE));
      assertThat(gradient.vector().distance(oracle.byName(surface, "grad/"))).isLessThan(CLOSE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_loss_and_gradient_in_single(Oracle oracle) {
    try (LossSurface surface = oracle.surface(Precision.FLOAT32, 1, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      Gradient gradient = surface.fullGradient(theta);
      ParameterVector expected = oracle.byName(surface, "grad/");

      assertThat(gradient.loss())
          .isCloseTo(oracle.number("loss_train_mode"), within(CLOSE_LOSS_32));
      assertThat(surface.evaluateTraining(theta, oracle.evalMode(surface)).loss())
          .isCloseTo(oracle.number("loss_eval_mode"), within(CLOSE_LOSS_32));
      assertThat(gradient.vector().distance(expected) / expected.norm())
          .isLessThan(CLOSE_GRADIENT_32);
    }
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_the_loss_in_eval_mode(Oracle oracle) {
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 1, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");

      assertThat(surface.evaluateValidation(theta, oracle.evalMode(surface)).loss())
          .isCloseTo(oracle.number("loss_eval_mode"), within(CLOSE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_a_cross_section(Oracle oracle) {
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 2, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      ParameterVector after = theta.copy().addScaled(-0.1, surface.fullGradient(theta).vector());
      double[] a = IntStream.rangeClosed(0, 10).mapToDouble(k -> k / 10.0).toArray();

      double[] losses = surface.losses(theta, after, a, 48, Normalization.TRAIN);

      JsonNode expected = oracle.list("cross_section");
      for (int k = 0; k <= 10; k++) {
        assertThat(losses[k]).isCloseTo(expected.get(k).doubleValue(), within(CLOSE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_five_sgd_updates(Oracle oracle) {
    try (LossSurface surface = oracle.surface(Precision.FLOAT64, 1, 48)) {
      ParameterVector start = oracle.byName(surface, "theta/");
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

  @ParameterizedTest
  @EnumSource
  void agrees_on_a_hessian_vector_product_in_double(Oracle oracle) {
    assertThat(errorOfProduct(oracle, Precision.FLOAT64)).isLessThan(CLOSE_PRODUCT);
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_a_hessian_vector_product_in_single(Oracle oracle) {
    assertThat(errorOfProduct(oracle, Precision.FLOAT32)).isLessThan(CLOSE_PRODUCT_32);
  }

  private static double errorOfProduct(Oracle oracle, Precision precision) {
    try (LossSurface surface = oracle.surface(precision, 1, 48)) {
      ParameterVector expected = surface.vector(oracle.flat("hvp"));
      ParameterVector product =
          surface.hessianVector(
              oracle.byName(surface, "theta/"), surface.vector(oracle.flat("hvp_v")));
      return product.distance(expected) / expected.norm();
    }
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_the_eigenvalue_of_largest_magnitude_in_double(Oracle oracle) {
    assertThat(largestEigenvalue(oracle, Precision.FLOAT64))
        .isCloseTo(oracle.list("hessian_eigenvalues").get(0).doubleValue(), withinPercentage(0.1));
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_the_eigenvalue_of_largest_magnitude_in_single(Oracle oracle) {
    assertThat(largestEigenvalue(oracle, Precision.FLOAT32))
        .isCloseTo(oracle.list("hessian_eigenvalues").get(0).doubleValue(), withinPercentage(0.1));
  }

  /** Those without batch norm, where examples have gradients of their own. */
  static List<Oracle> plain() {
    return Stream.of(Oracle.values()).filter(oracle -> !oracle.hasBatchNorm()).toList();
  }

  @ParameterizedTest
  @MethodSource("plain")
  void agrees_on_the_gradient_covariance_in_double(Oracle oracle) {
    assertCovariance(oracle, Precision.FLOAT64, 1e-7, 1e-4);
  }

  /** A vector is off by the residual over the gap to the next eigenvalue. */
  @ParameterizedTest
  @MethodSource("plain")
  void agrees_on_the_gradient_covariance_in_single(Oracle oracle) {
    assertCovariance(oracle, Precision.FLOAT32, CLOSE_GRADIENT_32, 0.05);
  }

  private static void assertCovariance(
      Oracle oracle, Precision precision, double close, double closeAlong) {
    try (LossSurface surface = oracle.surface(precision, 2, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      Eigenpair largest = largest(surface, theta, closeAlong / 10);
      GradientCovariance covariance =
          GradientCovariance.at(surface, theta, List.of(largest.vector()));

      assertThat(covariance.trace() / oracle.number("covariance_trace"))
          .isCloseTo(1, within(close));
      assertThat(covariance.largestVariance() / oracle.number("max_parameter_variance"))
          .isCloseTo(1, within(close));
      assertThat(covariance.along().get(0) / oracle.number("v1_C_v1"))
          .isCloseTo(1, within(closeAlong));
      assertThat(largest.value() / oracle.number("v1_H_v1")).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void refuses_gradients_of_examples_with_batch_norm() {
    try (LossSurface surface = Oracle.MLP_BN.surface(Precision.FLOAT64, 1, 48)) {
      ParameterVector theta = Oracle.MLP_BN.byName(surface, "theta/");
      assertThat(Oracle.MLP_BN.hasBatchNorm()).isTrue();
      assertThatThrownBy(() -> surface.exampleGradients(theta, gradient -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("batch norm");
    }
  }

  private static Eigenpair largest(LossSurface surface, ParameterVector theta, double tolerance) {
    RandomDirections directions =
        new RandomDirections(surface, SeedStreams.stream(1, SeedStreams.DIRECTIONS));
    return new Lanczos(v -> surface.hessianVector(theta, v), directions::normal)
        .largest(tolerance, 2 * PRODUCTS);
  }

  private static double largestEigenvalue(Oracle oracle, Precision precision) {
    try (LossSurface surface = oracle.surface(precision, 1, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      RandomDirections directions =
          new RandomDirections(surface, SeedStreams.stream(1, SeedStreams.DIRECTIONS));
      Eigenpair largest =
          new Lanczos(v -> surface.hessianVector(theta, v), directions::normal)
              .largest(RESIDUAL, PRODUCTS);
      assertThat(largest.residual()).isLessThanOrEqualTo(RESIDUAL * Math.abs(largest.value()));
      return largest.value();
    }
  }
}
