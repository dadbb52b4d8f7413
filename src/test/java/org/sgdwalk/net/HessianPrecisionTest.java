package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.Slow;
import org.sgdwalk.spec.Precision;

/**
 * Batch norm makes the loss the same for any scale of the layer before it, so training moves scales
 * apart freely. Layers are scaled by 1e-3 to 1e3 here, each by its own factor, and the float32
 * product is held against the one in float64 of the same theta, which agrees with PyTorch's to
 * 1e-9. How far apart they may be follows from the problem: as far as rounding every number of
 * theta a few times moves the product in float64. That is 1e-6 of it at most points, 1e-3 where
 * scales are extreme or a unit sits on its kink. PyTorch's own product is off by as much.
 */
@DisplayName("A Hessian product in float32 is exact for layers of any scale")
@Slow
class HessianPrecisionTest {
  /** Roundings of a number of theta: 5 x 2^-24. */
  private static final double ROUNDINGS = 3e-7;

  /** How many times what such roundings do a whole pass in float32 may do. */
  private static final double FACTOR = 10;

  static Stream<Arguments> cases() {
    return Stream.of(
            Oracle.MLP_BN,
            Oracle.RESNET8_BN,
            Oracle.VGG11_BN,
            Oracle.MLP,
            Oracle.VGG11,
            Oracle.RESNET8)
        .flatMap(
            oracle -> IntStream.range(0, 8).mapToObj(seed -> Arguments.of(oracle, (long) seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("cases")
  void as_in_float64(Oracle oracle, long seed) {
    RandomGenerator random = new Well19937c(seed);
    try (LossSurface doubles = oracle.surface(Precision.FLOAT64, 2, 16);
        LossSurface floats = oracle.surface(Precision.FLOAT32, 2, 16)) {
      double[] theta = theta(oracle, doubles, random);
      double[] v = normal(theta.length, random);
      ParameterVector exact = product(doubles, theta, v);
      double moved =
          IntStream.range(0, 4)
              .mapToDouble(draw -> product(doubles, shaken(theta, random), v).distance(exact))
              .max()
              .orElseThrow();

      assertThat(product(floats, theta, v).distance(exact)).isLessThan(FACTOR * moved);
      assertThat(moved / exact.norm()).isLessThan(0.01);
    }
  }

  private static double[] theta(Oracle oracle, LossSurface surface, RandomGenerator random) {
    double[] theta = oracle.byName(surface, "theta/").toArray();
    if (oracle.hasBatchNorm()) {
      scaleLayers(surface.parameters(surface.vector(theta)), theta, random);
    }
    return rounded(theta);
  }

  private static double[] normal(int length, RandomGenerator random) {
    return rounded(IntStream.range(0, length).mapToDouble(i -> random.nextGaussian()).toArray());
  }

  private static double[] shaken(double[] theta, RandomGenerator random) {
    return Arrays.stream(theta).map(x -> x * (1 + ROUNDINGS * random.nextGaussian())).toArray();
  }

  private static ParameterVector product(LossSurface surface, double[] theta, double[] v) {
    double[] product = surface.hessianVector(surface.vector(theta), surface.vector(v)).toArray();
    return ParameterVector.of(Precision.FLOAT64, product);
  }

  private static double[] rounded(double[] theta) {
    return Arrays.stream(theta).map(x -> (float) x).toArray();
  }

  private static void scaleLayers(
      List<NamedArray> parameters, double[] theta, RandomGenerator random) {
    int offset = 0;
    for (NamedArray parameter : parameters) {
      int end = offset + parameter.values().length;
      boolean beforeNorm = parameter.name().matches("(fc[12]|.*conv\\d)\\.weight");
      double scale = beforeNorm ? Math.pow(10, 6 * random.nextDouble() - 3) : 1;
      for (int i = offset; i < end; i++) {
        theta[i] *= scale;
      }
      offset = end;
    }
  }
}
