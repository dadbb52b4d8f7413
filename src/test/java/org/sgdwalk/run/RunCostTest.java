package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataPlaces;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.Status;
import org.sgdwalk.train.Start;
import org.sgdwalk.train.TrainingLoop;

/** Against what a real run asks of its surface. */
@DisplayName("The cost of a run, counted before it is made")
class RunCostTest {
  @Test
  void stops_at_the_largest_count() {
    RunCost huge = new RunCost(Long.MAX_VALUE / 2, 1, 0, Long.MAX_VALUE);

    assertThat(huge.times(3)).isEqualTo(new RunCost(Long.MAX_VALUE, 3, 0, Long.MAX_VALUE));
    assertThat(huge.plus(huge)).isEqualTo(new RunCost(Long.MAX_VALUE - 1, 2, 0, Long.MAX_VALUE));
  }

  private static final String RUN =
      """
      { "network": {"kind": "mlp", "hidden": [4], "batchNorm": %s},
        "data": {"name": "fashion-mnist-3k", "train": 70, "validation": 10, "chunk": 35},
        %s,
        "seed": 1 }
      """;

  private static final String SGD = "{\"kind\": \"sgd\", \"batch\": 20, \"learningRate\": 0.01}";
  private static final String GD = "{\"kind\": \"gd\", \"learningRate\": 0.01}";
  private static final String NOISE =
      "{\"kind\": \"gd-noise\", \"learningRate\": 0.01, \"factor\": 1, \"varianceBatch\": 10}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'optimizer': SGD, 'length': {'steps': 7}",
        "'optimizer': GD, 'length': {'steps': 5}, 'probes': {'crossSection': {'recheckEvery': 2}}",
        "'optimizer': SGD, 'length': {'epochs': 3},"
            + " 'probes': {'crossSection': {'points': 3, 'first': 2, 'every': 3, 'epochs': [2]}}",
        "'optimizer': SGD, 'length': {'epochs': 2},"
            + " 'probes': {'crossSection': {'points': 3, 'batchNorm': 'eval'}}",
        "'optimizer': GD, 'length': {'steps': 3},"
            + " 'probes': {'crossSection': {'points': 4, 'chunks': 'reshuffled'}}",
        "'optimizer': NOISE, 'length': {'steps': 5}, 'probes': {'evaluation': {'everyEpochs': 2}}",
        "'optimizer': SGD, 'length': {'steps': 5}, 'probes': {'evaluation': {'everyEpochs': 2}},"
            + " 'then': [{'optimizer': GD, 'length': {'steps': 3}},"
            + " {'optimizer': NOISE, 'length': {'steps': 3}},"
            + " {'optimizer': SGD, 'length': {'steps': 6}}]"
      })
  void is_what_the_run_asks_for(String rest) {
    RunSpec spec = spec(rest, true);

    CountingSurface asked = asked(spec);
    RunPasses passes = RunPasses.of(spec);
    assertThat(asked.asked()).isEqualTo(RunCost.of(spec));
    assertThat(List.of(asked.lines(), asked.pointsOfLines()))
        .containsExactly(passes.lines(), passes.pointsOfLines());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'everyEpochs': 2, 'maxProducts': 3, 'tolerance': 1e-12",
        "'epochs': [0, 1, 3], 'maxProducts': 3, 'tolerance': 1e-12, 'traceProbes': 2,"
            + " 'density': {'probes': 2, 'steps': 3, 'points': 20}"
      })
  void is_at_most_what_the_hessian_and_the_covariance_take(String sharpness) {
    RunSpec spec =
        spec(
            "'optimizer': SGD, 'length': {'steps': 11},"
                + " 'probes': {'evaluation': {'everyEpochs': 9}, 'covariance': {'directions': 2},"
                + " 'sharpness': {SHARPNESS}}".replace("SHARPNESS", sharpness),
            false);
    CountingSurface surface = asked(spec);
    RunCost asked = surface.asked();
    RunCost planned = RunCost.of(spec);

    assertThat(surface.firstProducts()).isEqualTo(RunPasses.of(spec).firstProducts());

    assertThat(asked.evaluations()).isEqualTo(planned.evaluations());
    // The surface cannot tell gradients of the covariance from those of updates.
    long most = planned.gradients() + planned.curvature();
    // Where the largest positive eigenvalue is among those asked for, it takes no product more.
    assertThat(asked.gradients() + asked.curvature())
        .isBetween(most - planned.curvature() / 5, most);
    assertThat(planned.gradients()).isEqualTo(2 * 70 + 3 * 20);
  }

  private static RunSpec spec(String rest, boolean batchNorm) {
    String filled =
        rest.replace('\'', '"')
            .replace("SGD", SGD)
            .replace("NOISE", NOISE)
            .replace("GD,", GD + ",");
    return SpecJson.read(RUN.formatted(batchNorm, filled));
  }

  private static CountingSurface asked(RunSpec spec) {
    DataSet data = DataSet.load(spec.data(), new DataCatalog(DataPlaces.NONE, Delivery.NONE));
    try (CountingSurface surface =
        new CountingSurface(
            NetworkLossSurface.open(Engines.of(Engines.STANDARD), spec, data, 1), spec.data())) {
      WalkRecorder recorder = new WalkRecorder(spec, surface, Set.of(), Progress.NONE);
      Status status = new TrainingLoop(spec, surface).run(Start.drawn(spec, surface), recorder);
      assertThat(status).isEqualTo(new Status.Complete());
      return surface;
    }
  }
}
