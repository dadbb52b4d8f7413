package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sgdwalk.spec.Precision;

/** Sums have the digits of their definition, at lengths around those of its blocks too. */
class FourSumsProperties {
  private static final double[] SCALES = {1, 0.5, 4};

  /** The definition: every fourth summand in its order, those that fill no four with the first. */
  private static double sum(int length, IntToDoubleFunction summand) {
    double[] four = new double[4];
    int whole = length - length % 4;
    for (int i = 0; i < length; i++) {
      four[i < whole ? i % 4 : 0] += summand.applyAsDouble(i);
    }
    return four[0] + four[1] + (four[2] + four[3]);
  }

  private static int length(int blocks, int rest) {
    return Math.max(0, blocks * 4096 + rest);
  }

  private static double[] components(int length, long seed) {
    return ParameterVector.normal(Precision.FLOAT64, length, seed).toArray();
  }

  private static float[] floats(int length, long seed) {
    return Float32Vector.rounded(components(length, seed)).values();
  }

  @Property(tries = 100)
  void of_floats(
      @ForAll @IntRange(max = 3) int blocks,
      @ForAll @IntRange(min = -20, max = 20) int rest,
      @ForAll @IntRange(max = 999) int seed) {
    int length = length(blocks, rest);
    float[] x = floats(length, seed);
    float[] y = floats(length, seed + 1000L);

    assertThat(FourSums.ofProducts(x, y)).isEqualTo(sum(length, i -> (double) x[i] * y[i]));
    assertThat(new Float32Vector(x).distance(new Float32Vector(y)))
        .isEqualTo(new Float32Vector(x.clone()).addScaled(-1, new Float32Vector(y)).norm());
  }

  @Property(tries = 100)
  void of_doubles(
      @ForAll @IntRange(max = 3) int blocks,
      @ForAll @IntRange(min = -20, max = 20) int rest,
      @ForAll @IntRange(max = 2) int scale) {
    int length = length(blocks, rest);
    double[] x = components(length, blocks);
    double[] y = components(length, rest);
    double one = SCALES[scale];

    assertThat(FourSums.ofProducts(x, one, y, 2))
        .isEqualTo(sum(length, i -> x[i] * (1 / one) * (y[i] * 0.5)));
  }
}
