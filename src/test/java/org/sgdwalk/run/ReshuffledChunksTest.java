package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

@DisplayName("Chunks that are reshuffled between the points of a cross-section")
class ReshuffledChunksTest {
  private static final double ROUNDING = 1e-12;

  private static Trace run(boolean batchNorm, String section, int seed, int threads) {
    String json =
        """
        { "network": {"kind": "mlp", "hidden": [8], "batchNorm": %b},
          "data": {"name": "fashion-mnist-3k", "train": 100, "validation": 50, "chunk": 30},
          "optimizer": {"kind": "sgd", "batch": 20, "learningRate": 0.1},
          "length": {"steps": 4}, "seed": %d, "precision": "float64",
          "probes": {"crossSection": {%s}} }
        """;
    return new LocalRunner(new DataCatalog(null), threads, Engines.STANDARD)
        .run(SpecJson.read(json.formatted(batchNorm, seed, section)), Progress.NONE)
        .trace();
  }

  private static Trace run(String section) {
    return run(true, section, 1, 2);
  }

  private static List<Double> losses(Trace trace, int step) {
    CrossSectionRow section = trace.steps().get(step - 1).crossSection();
    return Objects.requireNonNull(section, "probed").losses();
  }

  private static double distance(Trace one, Trace other) {
    double largest = 0;
    for (int step = 1; step <= one.steps().size(); step++) {
      for (int k = 0; k < losses(one, step).size(); k++) {
        double apart = Math.abs(losses(one, step).get(k) - losses(other, step).get(k));
        largest = Math.max(largest, apart);
      }
    }
    return largest;
  }

  @Test
  void change_losses_where_the_statistics_are_those_of_the_chunk_and_nowhere_else() {
    String reshuffled = "\"chunks\": \"reshuffled\"";

    assertThat(distance(run(""), run(reshuffled))).isBetween(1e-4, 0.1);
    assertThat(
            distance(run("\"batchNorm\": \"eval\""), run("\"batchNorm\": \"eval\"," + reshuffled)))
        .isCloseTo(0, within(ROUNDING));
    assertThat(distance(run(false, "", 1, 2), run(false, reshuffled, 1, 2)))
        .isCloseTo(0, within(ROUNDING));
  }

  @Test
  void leave_the_walk_as_it_is() {
    Trace fixed = run("");
    Trace reshuffled = run("\"chunks\": \"reshuffled\"");

    assertThat(reshuffled.epochs()).isEqualTo(fixed.epochs());
    assertThat(reshuffled.steps())
        .extracting(StepRow::gradNorm)
        .isEqualTo(fixed.steps().stream().map(StepRow::gradNorm).toList());
  }

  @Test
  void are_drawn_once_a_point_neighbouring_steps_share_an_end() {
    Trace trace = run("\"chunks\": \"reshuffled\"");

    for (int step = 2; step <= trace.steps().size(); step++) {
      assertThat(losses(trace, step).get(0)).isEqualTo(losses(trace, step - 1).get(10));
    }
  }

  @Test
  void come_from_the_seed_whatever_the_number_of_threads() {
    String reshuffled = "\"chunks\": \"reshuffled\", \"recheckEvery\": 2";

    assertThat(run(true, reshuffled, 1, 1).steps()).isEqualTo(run(reshuffled).steps());
    assertThat(losses(run(true, reshuffled, 2, 2), 1)).isNotEqualTo(losses(run(reshuffled), 1));
  }
}
