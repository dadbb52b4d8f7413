package org.sgdwalk.net.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.KernelChoice;

@DisplayName("Mean and variance of a channel in float32")
class StatisticsTest {
  /** Some sixteen roundings of 6e-8. */
  private static final double CLOSE = 1e-6;

  @BeforeAll
  static void start() {
    new TorchEngine(KernelChoice.PORTABLE).start();
  }

  @ParameterizedTest(name = "{0} images of {1} x {1} pixels, {2} channels")
  @CsvSource({"20, 32, 64", "100, 32, 8", "200, 16, 3", "1000, 1, 20", "1, 8, 5"})
  void are_those_of_float64(int rows, int side, int channels) {
    float[] values = values(rows * side * side * channels);

    Scope.run(
        () -> {
          Tensor activation =
              torch
                  .from_blob(new FloatPointer(values), rows, side, side, channels)
                  .permute(0, 3, 1, 2);
          Channels folded = new Channels(new Shape(side, side, channels));
          Statistics seen = Statistics.of(folded.fold(activation), folded);

          for (int channel = 0; channel < channels; channel++) {
            double[] ofChannel = column(values, channel, channels);
            double mean = new Mean().evaluate(ofChannel);
            assertThat(seen.mean().select(0, channel).item_double() / mean - 1)
                .isBetween(-CLOSE, CLOSE);
            double variance = new Variance(false).evaluate(ofChannel);
            assertThat(seen.variance().select(0, channel).item_double() / variance - 1)
                .isBetween(-CLOSE, CLOSE);
          }
        });
  }

  /** As far from 0 as one standard deviation, as a convolution's results are. */
  private static float[] values(int length) {
    RandomGenerator random = new Well19937c(3);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (1 + random.nextGaussian());
    }
    return values;
  }

  private static double[] column(float[] values, int column, int columns) {
    return IntStream.range(0, values.length / columns)
        .mapToDouble(row -> values[row * columns + column])
        .toArray();
  }
}
