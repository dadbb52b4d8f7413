package org.sgdwalk.net.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.net.Batch;
import org.sgdwalk.net.CrossEntropy;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.FirstLayer;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.PointsTogether;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.Rounding;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.net.network.Networks;
import org.sgdwalk.net.program.GraphCompiler;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.Precision;

@DisplayName("Points of a line that go through a network together")
class StackedPointsTest {
  private static final int ROWS = 37;
  private static final int CLASSES = 10;
  private static final Shape INPUT = Shape.features(20);

  /** Widths that are no multiple of what a processor adds at once, among them. */
  @ParameterizedTest(name = "{0} and {1} wide, batch norm {2}, train mode {3}, {4}")
  @CsvSource({
    "64, 64, true, true, FLOAT32",
    "64, 64, true, false, FLOAT32",
    "64, 64, false, true, FLOAT32",
    "13, 7, true, true, FLOAT32",
    "13, 7, false, true, FLOAT64",
    "13, 7, true, true, FLOAT64"
  })
  void have_the_digits_that_each_has_alone(
      int one, int other, boolean norm, boolean trainMode, Precision precision) {
    NetworkSpec spec = new NetworkSpec.Mlp(List.of(one, other), norm);
    Program program = GraphCompiler.compile(Networks.graph(spec, INPUT, CLASSES), INPUT);
    assertThat(new PointsTogether(program, precision.bytes()).points(ROWS)).isGreaterThan(6);
    double[] a = {0, 0.1, 0.25, 0.5, 0.8, 1};

    List<CrossEntropy> together = losses(program, precision, trainMode, List.of(a));
    List<double[]> single =
        IntStream.range(0, a.length).mapToObj(i -> new double[] {a[i]}).toList();

    assertThat(together).isEqualTo(losses(program, precision, trainMode, single)).hasSize(a.length);
    assertThat(together.stream().map(CrossEntropy::lossSum)).doesNotHaveDuplicates();
  }

  private static List<CrossEntropy> losses(
      Program program, Precision precision, boolean trainMode, List<double[]> groups) {
    Engine engine = Engines.of(Engines.STANDARD);
    engine.start();
    ParameterVector from = vector(precision, program.parameters(), 1);
    ParameterVector to = from.copy().addScaled(0.3, vector(precision, program.parameters(), 2));
    List<CrossEntropy> losses = new ArrayList<>();
    try (Replica replica = engine.replica(program, precision);
        Features rows = engine.features(ROWS, INPUT.size(), precision)) {
      Batch batch = new Batch(rows, IntStream.range(0, ROWS).mapToObj(i -> i % CLASSES).toList());
      rows.write(values(ROWS * INPUT.size(), 3), batch.labels());
      if (program.statisticsLength() > 0) {
        double[] statistics = values(program.statisticsLength(), 4);
        replica.useStatistics(
            ParameterVector.of(
                precision,
                IntStream.range(0, statistics.length)
                    .mapToDouble(i -> Math.abs(statistics[i]))
                    .toArray()));
      }
      try (FirstLayer start = replica.firstLayer(from, batch);
          FirstLayer end = replica.firstLayer(to, batch)) {
        Replica.Line line = new Replica.Line(from, to, Rounding.NEAREST, start, end);
        for (double[] group : groups) {
          losses.addAll(engine.read(replica.lossesAlong(line, group, batch, trainMode)));
        }
      }
    }
    return losses;
  }

  private static ParameterVector vector(Precision precision, int length, int seed) {
    return ParameterVector.of(precision, values(length, seed));
  }

  private static double[] values(int length, int seed) {
    Well19937c random = new Well19937c(seed);
    return IntStream.range(0, length).mapToDouble(i -> random.nextGaussian()).toArray();
  }
}
