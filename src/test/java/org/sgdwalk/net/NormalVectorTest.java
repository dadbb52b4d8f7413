package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.SeedStreams;

/** The generator is held to what the noise needs; the seeds are fixed, so nothing is flaky. */
@DisplayName("A vector of standard normal components")
class NormalVectorTest {
  private static final int DIMENSION = 100_000;

  /** Standard errors: a correlation of 2 % in 100,000 components still fails. */
  private static final double ERRORS = 6;

  private static double[] draw(long seed) {
    return ParameterVector.normal(Precision.FLOAT32, DIMENSION, seed).toArray();
  }

  private static double mean(double[] values, DoubleUnaryOperator of) {
    return Arrays.stream(values).map(of).average().orElseThrow();
  }

  @Test
  void is_the_same_for_the_same_seed_and_another_for_another() {
    assertThat(draw(5)).isEqualTo(draw(5)).isNotEqualTo(draw(6));
  }

  @Test
  void has_the_moments_of_a_standard_normal() {
    RandomGenerator seeds = SeedStreams.stream(1, SeedStreams.NOISE);
    double root = Math.sqrt(DIMENSION);
    for (int i = 0; i < 10; i++) {
      double[] z = draw(seeds.nextLong());
      assertThat(Math.abs(mean(z, x -> x))).isLessThan(ERRORS / root);
      assertThat(Math.abs(mean(z, x -> x * x) - 1)).isLessThan(ERRORS * Math.sqrt(2) / root);
      assertThat(Math.abs(mean(z, x -> x * x * x))).isLessThan(ERRORS * Math.sqrt(15) / root);
      assertThat(Math.abs(mean(z, x -> x * x * x * x) - 3))
          .isLessThan(ERRORS * Math.sqrt(96) / root);
    }
  }

  @Test
  void has_the_distribution_of_a_standard_normal() {
    double[] few = Arrays.copyOf(draw(7), 5_000);

    assertThat(
            new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new NormalDistribution(0, 1), few, false))
        .isGreaterThan(0.001);
  }

  /** Box-Muller makes pairs; neighbours, halves of a vector and consecutive draws must not show. */
  @Test
  void has_components_that_know_nothing_of_each_other() {
    RandomGenerator seeds = SeedStreams.stream(2, SeedStreams.NOISE);
    double[] before = draw(seeds.nextLong());
    for (int i = 0; i < 10; i++) {
      double[] z = draw(seeds.nextLong());
      assertUncorrelated(z, before, 0);
      assertUncorrelated(z, z, 1);
      assertUncorrelated(z, z, 2);
      assertUncorrelated(z, z, DIMENSION / 2);
      before = z;
    }
    assertUncorrelated(draw(1), draw(2), 0);
    assertUncorrelated(draw(1), draw(2), 1);
  }

  /** Of the values and of their squares, which would show a common radius. */
  private static void assertUncorrelated(double[] one, double[] other, int lag) {
    int n = one.length - lag;
    double values = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double a = one[i];
      double b = other[i + lag];
      values += a * b;
      squares += (a * a - 1) * (b * b - 1) / 2;
    }
    assertThat(Math.abs(values / n)).isLessThan(ERRORS / Math.sqrt(n));
    assertThat(Math.abs(squares / n)).isLessThan(ERRORS / Math.sqrt(n));
  }
}
