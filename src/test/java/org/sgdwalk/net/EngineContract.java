package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.probe.Eigenpair;
import org.sgdwalk.probe.GradientCosine;
import org.sgdwalk.probe.GradientCovariance;
import org.sgdwalk.probe.Lanczos;
import org.sgdwalk.probe.RandomDirections;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;
import org.sgdwalk.spec.SpecJson;

/**
 * What every engine keeps: PyTorch's numbers for every family, the same digits whoever computes and
 * wherever the examples lie, and nothing left behind. What an engine does not compute it refuses by
 * name, before training.
 */
abstract class EngineContract {
  /** Both compute in float64; what is left is the order of summation. */
  private static final double CLOSE = 1e-10;

  /** What float32 is held to: loss, and relative gradient. */
  private static final double CLOSE_LOSS_32 = 1e-5;

  private static final double CLOSE_GRADIENT_32 = 1e-4;

  /** Relative, of exact products: measured at most 1e-14 and 3e-6. */
  private static final double CLOSE_PRODUCT = 1e-9;

  private static final double CLOSE_PRODUCT_32 = 1e-4;

  /** Relative; the eigenvalue is off by about its square. */
  private static final double RESIDUAL = 0.01;

  /** Such a residual takes fewer for every oracle. */
  private static final int PRODUCTS = 40;

  private static final int EXAMPLES = 48;

  private static final int CHUNK = 10;

  /** The engine that is held to it. */
  abstract Engine engine();

  /** Relative, in float32. */
  double closeGradientInSingle() {
    return CLOSE_GRADIENT_32;
  }

  /** Whether what a pass takes is free when it ends. */
  boolean freesWhatItTakes() {
    return true;
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_loss_and_gradient_in_double(Oracle oracle) {
    try (LossSurface surface = oracle.surface(engine(), Precision.FLOAT64, 1, 48)) {
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
    try (LossSurface surface = oracle.surface(engine(), Precision.FLOAT32, 1, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      Gradient gradient = surface.fullGradient(theta);
      ParameterVector expected = oracle.byName(surface, "grad/");

      assertThat(gradient.loss())
          .isCloseTo(oracle.number("loss_train_mode"), within(CLOSE_LOSS_32));
      assertThat(surface.evaluateTraining(theta, oracle.evalMode(surface)).loss())
          .isCloseTo(oracle.number("loss_eval_mode"), within(CLOSE_LOSS_32));
      assertThat(gradient.vector().distance(expected) / expected.norm())
          .isLessThan(closeGradientInSingle());
    }
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_the_loss_in_eval_mode(Oracle oracle) {
    try (LossSurface surface = oracle.surface(engine(), Precision.FLOAT64, 1, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");

      assertThat(surface.evaluateValidation(theta, oracle.evalMode(surface)).loss())
          .isCloseTo(oracle.number("loss_eval_mode"), within(CLOSE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_a_cross_section(Oracle oracle) {
    try (LossSurface surface = oracle.surface(engine(), Precision.FLOAT64, 2, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      ParameterVector after = theta.copy().addScaled(-0.1, surface.fullGradient(theta).vector());
      double[] a = IntStream.rangeClosed(0, 10).mapToDouble(k -> k / 10.0).toArray();

      double[] losses = surface.losses(theta, after, a, Rounding.NEAREST, 48, Normalization.TRAIN);

      JsonNode expected = oracle.list("cross_section");
      for (int k = 0; k <= 10; k++) {
        assertThat(losses[k]).isCloseTo(expected.get(k).doubleValue(), within(CLOSE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_five_sgd_updates(Oracle oracle) {
    try (LossSurface surface = oracle.surface(engine(), Precision.FLOAT64, 1, 48)) {
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
    assumeTrue(engine().differentiatesTwice());
    assertThat(errorOfProduct(oracle, Precision.FLOAT64)).isLessThan(CLOSE_PRODUCT);
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_a_hessian_vector_product_in_single(Oracle oracle) {
    assumeTrue(engine().differentiatesTwice());
    assertThat(errorOfProduct(oracle, Precision.FLOAT32)).isLessThan(CLOSE_PRODUCT_32);
  }

  private double errorOfProduct(Oracle oracle, Precision precision) {
    try (LossSurface surface = oracle.surface(engine(), precision, 1, 48)) {
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
    assumeTrue(engine().differentiatesTwice());
    assertThat(largestEigenvalue(oracle, Precision.FLOAT64))
        .isCloseTo(oracle.list("hessian_eigenvalues").get(0).doubleValue(), withinPercentage(0.01));
  }

  @ParameterizedTest
  @EnumSource
  void agrees_on_the_eigenvalue_of_largest_magnitude_in_single(Oracle oracle) {
    assumeTrue(engine().differentiatesTwice());
    assertThat(largestEigenvalue(oracle, Precision.FLOAT32))
        .isCloseTo(oracle.list("hessian_eigenvalues").get(0).doubleValue(), withinPercentage(0.01));
  }

  /** Those without batch norm, where examples have gradients of their own. */
  static List<Oracle> plain() {
    return Stream.of(Oracle.values()).filter(oracle -> !oracle.hasBatchNorm()).toList();
  }

  @ParameterizedTest
  @MethodSource("plain")
  void agrees_on_the_gradient_covariance_in_double(Oracle oracle) {
    assumeTrue(engine().differentiatesTwice());
    assertCovariance(oracle, Precision.FLOAT64, 1e-7, 1e-4);
  }

  /** A vector is off by the residual over the gap to the next eigenvalue. */
  @ParameterizedTest
  @MethodSource("plain")
  void agrees_on_the_gradient_covariance_in_single(Oracle oracle) {
    assumeTrue(engine().differentiatesTwice());
    assertCovariance(oracle, Precision.FLOAT32, CLOSE_GRADIENT_32, 0.05);
  }

  private void assertCovariance(
      Oracle oracle, Precision precision, double close, double closeAlong) {
    try (LossSurface surface = oracle.surface(engine(), precision, 2, 48)) {
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
    try (LossSurface surface = Oracle.MLP_BN.surface(engine(), Precision.FLOAT64, 1, 48)) {
      ParameterVector theta = Oracle.MLP_BN.byName(surface, "theta/");
      assertThat(Oracle.MLP_BN.hasBatchNorm()).isTrue();
      assertThatThrownBy(() -> surface.exampleGradients(theta, gradient -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("batch norm");
      assertThatThrownBy(() -> surface.exampleSlopes(theta, List.of(theta)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("batch norm");
    }
  }

  /** The examples' gradients, one row a pass; their mean is the full one. */
  @ParameterizedTest
  @MethodSource("plain")
  void gives_each_example_its_gradient(Oracle oracle) {
    try (LossSurface surface = oracle.surface(engine(), Precision.FLOAT64, 2, 20)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      ParameterVector mean = theta.copy().scale(0);
      surface.exampleGradients(theta, gradient -> mean.addScaled(1.0 / EXAMPLES, gradient));

      assertThat(mean.distance(surface.fullGradient(theta).vector())).isLessThan(CLOSE);
    }
  }

  /** Wherever examples lie, with a last chunk that is smaller, and with no linearization kept. */
  @ParameterizedTest
  @MethodSource("plain")
  void gives_the_slopes_of_each_example_s_loss(Oracle oracle) {
    assumeTrue(engine().differentiatesTwice());
    for (Precision precision : Precision.values()) {
      try (LossSurface surface = oracle.surface(engine(), precision, 2, 20);
          LossSurface bare = oracle.surface(engine(), precision, 2, 20, Room.NONE)) {
        ParameterVector theta = oracle.byName(surface, "theta/");
        List<ParameterVector> directions = List.of(surface.normal(3), surface.normal(4));

        double[][] slopes = surface.exampleSlopes(theta, directions);

        assertThat(bare.exampleSlopes(theta, directions)).isDeepEqualTo(slopes);
        double close = precision == Precision.FLOAT64 ? CLOSE : 1e-4;
        for (int u = 0; u < directions.size(); u++) {
          ParameterVector direction = directions.get(u);
          List<Double> expected = new ArrayList<>();
          surface.exampleGradients(theta, gradient -> expected.add(gradient.dot(direction)));
          assertThat(slopes[u]).hasSize(EXAMPLES);
          for (int i = 0; i < EXAMPLES; i++) {
            assertThat(slopes[u][i]).isCloseTo(expected.get(i), within(close * direction.norm()));
          }
        }
      }
    }
  }

  /** Gradient, statistics, section and noise of a surface. */
  private static List<double[]> digits(LossSurface surface, Oracle oracle) {
    ParameterVector theta = oracle.byName(surface, "theta/");
    Gradient gradient = surface.fullGradient(theta);
    ParameterVector to = theta.copy().addScaled(-0.1, gradient.vector());
    return List.of(
        gradient.vector().toArray(),
        gradient.batchStatistics().toArray(),
        surface.batchGradient(theta, new int[] {40, 3, 3, 20, 41}).vector().toArray(),
        walk(surface, theta, to),
        surface.gradientVariance(theta, 12).toArray(),
        surface.normal(7).toArray());
  }

  /** Two steps of gradient descent: what is kept or made for the next has the digits of its own. */
  private static double[] walk(LossSurface surface, ParameterVector theta, ParameterVector to) {
    double[] a = {0, .25, .5, 1};
    surface.fullGradient(theta);
    double[] losses = surface.losses(theta, to, a, Rounding.NEAREST, CHUNK, Normalization.TRAIN);
    ParameterVector gradient = surface.fullGradient(to).vector();
    ParameterVector next = to.copy().addScaled(-0.1, gradient);
    Normalization running = surface.initialStatistics().evalMode();
    return Stream.of(
            losses,
            gradient.toArray(),
            surface.losses(to, next, a, Rounding.NEAREST, CHUNK, running),
            surface.fullGradient(next).vector().toArray())
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** Five chunks, the last smaller: fewer than seven workers. */
  @ParameterizedTest
  @EnumSource
  void has_the_same_digits_for_any_number_of_workers_and_wherever_examples_lie(Oracle oracle) {
    try (LossSurface one = oracle.surface(engine(), Precision.FLOAT32, 1, CHUNK);
        LossSurface three = oracle.surface(engine(), Precision.FLOAT32, 3, CHUNK);
        LossSurface seven = oracle.surface(engine(), Precision.FLOAT32, 7, CHUNK);
        LossSurface streamed = oracle.surface(engine(), Precision.FLOAT32, 7, CHUNK, 0)) {
      List<double[]> expected = digits(one, oracle);
      for (LossSurface other : List.of(three, seven, streamed)) {
        List<double[]> found = digits(other, oracle);
        for (int i = 0; i < expected.size(); i++) {
          assertThat(found.get(i)).containsExactly(expected.get(i));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void has_the_same_digits_of_a_product_for_any_number_of_workers(Oracle oracle) {
    assumeTrue(engine().differentiatesTwice());
    try (LossSurface one = oracle.surface(engine(), Precision.FLOAT32, 1, 10);
        LossSurface three = oracle.surface(engine(), Precision.FLOAT32, 3, 10)) {
      ParameterVector theta = oracle.byName(one, "theta/");
      double[] first = one.hessianVector(theta, one.normal(1)).toArray();

      assertThat(three.hessianVector(theta, three.normal(1)).toArray()).containsExactly(first);
      assertThat(one.hessianVector(theta, one.normal(1)).toArray())
          .as("of what was kept")
          .containsExactly(first);
    }
  }

  /** What the first layer gives is computed by hand. */
  @Test
  void leaves_the_means_and_unbiased_variances_of_what_batch_norm_saw() {
    Oracle oracle = Oracle.MLP_BN;
    try (LossSurface surface = oracle.surface(engine(), Precision.FLOAT64, 1, EXAMPLES)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      ParameterVector seen = surface.fullGradient(theta).batchStatistics();
      double[] weight = oracle.flat("theta/fc1.weight");
      double[] bias = oracle.flat("theta/fc1.bias");
      double[] x = oracle.flat("x");
      int inputs = x.length / EXAMPLES;
      for (int unit = 0; unit < bias.length; unit++) {
        DescriptiveStatistics values = new DescriptiveStatistics();
        for (int row = 0; row < EXAMPLES; row++) {
          double sum = bias[unit];
          for (int i = 0; i < inputs; i++) {
            sum += weight[unit * inputs + i] * x[row * inputs + i];
          }
          values.addValue(sum);
        }
        assertThat(seen.toArray()[unit]).isCloseTo(values.getMean(), within(1e-6));
        assertThat(seen.toArray()[bias.length + unit])
            .isCloseTo(values.getVariance(), withinPercentage(1e-4));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gives_no_finite_loss_where_the_network_overflows_and_goes_on(Oracle oracle) {
    try (LossSurface surface = oracle.surface(engine(), Precision.FLOAT32, 1, EXAMPLES)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      double before = surface.fullGradient(theta).loss();
      ParameterVector far = theta.copy().scale(1e38);
      assertThat(surface.evaluateTraining(far, Normalization.TRAIN).loss()).isNotFinite();
      surface.fullGradient(far);

      assertThat(surface.fullGradient(theta).loss()).isEqualTo(before);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leaves_no_memory_behind() throws IOException {
    assumeTrue(freesWhatItTakes(), "what it takes waits for the garbage collector");
    Oracle oracle = Oracle.RESNET8_BN;
    try (LossSurface surface = oracle.surface(engine(), Precision.FLOAT32, 2, 16)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      work(surface, theta, 60);
      long before = resident();
      work(surface, theta, 60);

      assertThat(resident() - before).as("bytes").isLessThan(48L << 20);
    }
  }

  private void work(LossSurface surface, ParameterVector theta, int times) {
    double[] a = {0, .5, 1};
    for (int i = 0; i < times; i++) {
      ParameterVector to = theta.copy().addScaled(-.1, surface.fullGradient(theta).vector());
      surface.losses(theta, to, a, Rounding.NEAREST, 16, Normalization.TRAIN);
      if (engine().differentiatesTwice()) {
        surface.hessianVector(to, theta);
      }
    }
    System.gc();
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refuses_by_name_what_it_does_not_compute_before_anything_is_trained() {
    RunSpec spec =
        SpecJson.read(
            """
            { "network": {"kind": "mlp", "hidden": [4], "batchNorm": true},
              "data": {"name": "fashion-mnist-3k", "train": 20, "validation": 10, "chunk": 10},
              "optimizer": {"kind": "gd", "learningRate": 0.1}, "length": {"steps": 1}, "seed": 1,
              "probes": {"sharpness": {}} }
            """);
    DataSet data = DataSet.load(spec.data(), new DataCatalog(null));
    if (engine().differentiatesTwice()) {
      NetworkLossSurface.open(engine(), spec, data, 1).close();
      return;
    }
    assertThatThrownBy(() -> NetworkLossSurface.open(engine(), spec, data, 1))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "probes.sharpness: needs Hessian products, which the engine '"
                + engine().name()
                + "' does not compute; leave it out, or take another: -Dsgdwalk.engine=torch");
  }

  private static Eigenpair largest(LossSurface surface, ParameterVector theta, double tolerance) {
    RandomDirections directions =
        new RandomDirections(surface, SeedStreams.stream(1, SeedStreams.DIRECTIONS));
    return new Lanczos(v -> surface.hessianVector(theta, v), directions::normal)
        .largest(tolerance, 2 * PRODUCTS);
  }

  private double largestEigenvalue(Oracle oracle, Precision precision) {
    try (LossSurface surface = oracle.surface(engine(), precision, 1, 48)) {
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
