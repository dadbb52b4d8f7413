package org.sgdwalk.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.random.Well19937c;
import org.hipparchus.stat.correlation.Covariance;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.QuadraticSurface;
import org.sgdwalk.spec.SeedStreams;

/** Against the matrix itself, made by Hipparchus of gradients of batches of one. */
class GradientCovarianceProperties {
  private static final double CLOSE = 1e-10;

  @Property(tries = 40)
  void its_numbers_are_those_of_the_matrix(
      @ForAll @IntRange(min = 1, max = 5) int width,
      @ForAll @IntRange(min = 2, max = 9) int examples,
      @ForAll @IntRange(min = 1, max = 2) int threads,
      @ForAll long seed) {
    TinyProblem problem = TinyProblem.random(List.of(width), 2, 3, examples, seed);
    try (LossSurface surface = problem.surface(threads)) {
      ParameterVector theta = surface.initialTheta(new Well19937c(seed));
      ParameterVector unit = directions(surface, seed).normal();
      unit.scale(1 / unit.norm());
      RealMatrix matrix = matrix(surface, theta, examples);

      GradientCovariance covariance = GradientCovariance.at(surface, theta, List.of(unit));

      double scale = 1 + matrix.getTrace();
      assertThat(covariance.trace()).isCloseTo(matrix.getTrace(), within(CLOSE * scale));
      assertThat(covariance.largestVariance())
          .isCloseTo(
              IntStream.range(0, matrix.getRowDimension())
                  .mapToDouble(i -> matrix.getEntry(i, i))
                  .max()
                  .orElseThrow(),
              within(CLOSE * scale));
      RealVector u = MatrixUtils.createRealVector(unit.toArray());
      assertThat(covariance.along().get(0))
          .isCloseTo(u.dotProduct(matrix.operate(u)), within(CLOSE * scale));
    }
  }

  /** Divided by N, not N - 1. */
  private static RealMatrix matrix(LossSurface surface, ParameterVector theta, int examples) {
    double[][] gradients = new double[examples][];
    for (int i = 0; i < examples; i++) {
      gradients[i] = surface.batchGradient(theta, new int[] {i}).vector().toArray();
    }
    return new Covariance(gradients, false).getCovarianceMatrix();
  }

  private static RandomDirections directions(LossSurface surface, long seed) {
    return new RandomDirections(surface, SeedStreams.stream(seed, SeedStreams.COVARIANCE));
  }

  /** The mean over the sphere is tr C / P; 400 directions leave some hundredths of chance. */
  @Example
  void its_alignment_with_random_directions_is_one_on_average() {
    TinyProblem problem = TinyProblem.random(List.of(6), 3, 4, 40, 5);
    try (LossSurface surface = problem.surface(2)) {
      ParameterVector theta = surface.initialTheta(new Well19937c(1));
      ParameterVector first = directions(surface, 9).normal();

      NoiseAlignment alignment =
          NoiseAlignment.at(
              surface, theta, List.of(first.scale(1 / first.norm())), directions(surface, 1), 400);

      assertThat(alignment.randomMean()).isCloseTo(1, within(0.2));
      assertThat(alignment.randomLargest()).isGreaterThan(alignment.randomMean());
      assertThat(alignment.parameters()).isEqualTo(9 * 6 + 6 + 6 * 4 + 4);
    }
  }

  /** A single example has no covariance, and nothing an alignment with it. */
  @Example
  void it_is_zero_for_one_example_and_has_no_alignment() {
    QuadraticSurface surface = new QuadraticSurface(1, 2);
    ParameterVector theta = surface.initialTheta(new Well19937c(1));
    ParameterVector unit = surface.vector(new double[] {1, 0});

    NoiseAlignment alignment =
        NoiseAlignment.at(surface, theta, List.of(unit), directions(surface, 1), 3);

    assertThat(alignment.covariance().trace()).isZero();
    assertThat(alignment.ofSharpest()).isNaN();
    assertThat(alignment.randomLargest()).isNaN();
  }
}
