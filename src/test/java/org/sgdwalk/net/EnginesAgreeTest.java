package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.Slow;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.net.torch.TorchEngine;
import org.sgdwalk.spec.KernelChoice;
import org.sgdwalk.spec.Precision;

/** Two libraries that share no code, and one with a device's memory, in every build. */
@DisplayName("The engines agree")
@Slow
class EnginesAgreeTest {
  private static final int UPDATES = 20;
  private static final int BATCH = 16;
  private static final double RATE = 0.05;

  /** Relative, in float64; what is left is the order of summation. */
  private static final double CLOSE = 1e-10;

  @ParameterizedTest
  @EnumSource
  void along_twenty_updates_of_sgd(Oracle oracle) {
    double[][] ends =
        Stream.concat(
                Engines.all(KernelChoice.PORTABLE).stream(), Stream.of(TorchEngine.onStandIn()))
            .map(engine -> walk(engine, oracle))
            .toArray(double[][]::new);
    ParameterVector first = ParameterVector.of(Precision.FLOAT64, ends[0]);
    for (double[] end : ends) {
      assertThat(first.distance(ParameterVector.of(Precision.FLOAT64, end)))
          .isLessThan(CLOSE * first.norm());
    }
    assertThat(ends.length).isEqualTo(3);
  }

  /** Theta and running statistics at the end, and losses in both modes. */
  private static double[] walk(Engine engine, Oracle oracle) {
    try (LossSurface surface = oracle.surface(engine, Precision.FLOAT64, 1, 48)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      RunningStatistics statistics = surface.initialStatistics();
      for (int update = 0; update < UPDATES; update++) {
        int start = update % 3 * BATCH;
        Gradient gradient =
            surface.batchGradient(theta, IntStream.range(start, start + BATCH).toArray());
        theta.addScaled(-RATE, gradient.vector());
        statistics.update(gradient.batchStatistics());
      }
      double[] at = theta.toArray();
      double[] end = java.util.Arrays.copyOf(at, at.length + 2);
      end[at.length] = surface.evaluateTraining(theta, Normalization.TRAIN).loss();
      end[at.length + 1] = surface.evaluateValidation(theta, statistics.evalMode()).loss();
      return end;
    }
  }
}
