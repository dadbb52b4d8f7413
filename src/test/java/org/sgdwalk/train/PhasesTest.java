package org.sgdwalk.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.QuadraticSurface;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;
import org.sgdwalk.spec.SpecJson;

@DisplayName("A run of phases")
class PhasesTest {
  private static PhaseSpec phase(OptimizerSpec optimizer, int steps) {
    return new PhaseSpec(optimizer, new ScheduleSpec.Constant(), LengthSpec.ofSteps(steps));
  }

  private static final OptimizerSpec GD = new OptimizerSpec.Gd(0.1, 0);

  /** 20 examples in batches of 8 are 3 updates an epoch. */
  private static final OptimizerSpec SGD = new OptimizerSpec.Sgd(8, 0.2, 0);

  @Test
  void counts_steps_and_epochs_on_and_begins_an_epoch_with_each_phase() {
    RunSpec spec = Walks.spec(SGD, 4).then(phase(GD, 2), phase(SGD, 4));
    Walks.Walked walked = Walks.run(spec, new QuadraticSurface(1));

    assertThat(spec.updates()).isEqualTo(10);
    assertThat(walked.steps())
        .extracting(Step::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(walked.steps())
        .extracting(step -> step.moment().epoch())
        .containsExactly(1, 1, 1, 2, 3, 4, 5, 5, 5, 6);
    assertThat(walked.steps())
        .filteredOn(step -> step.moment().endsEpoch())
        .extracting(Step::number)
        .containsExactly(3, 4, 5, 6, 9, 10);
    assertThat(walked.steps())
        .filteredOn(step -> step.moment().last())
        .extracting(Step::number)
        .containsExactly(10);
  }

  @Test
  void goes_on_from_theta_with_the_rate_and_the_schedule_of_the_phase() {
    PhaseSpec falling =
        new PhaseSpec(SGD, new ScheduleSpec.Stepwise(0.5, List.of(1)), LengthSpec.ofSteps(4));
    Walks.Walked walked = Walks.run(Walks.spec(GD, 2).then(falling), new QuadraticSurface(1));

    double[] rates = walked.steps().stream().mapToDouble(Step::learningRate).toArray();
    assertThat(rates).containsExactly(0.1, 0.1, 0.2, 0.2, 0.2, 0.1);
    double theta = 1;
    for (int i = 0; i < rates.length; i++) {
      theta *= 1 - rates[i];
      assertThat(walked.thetas().get(i + 1)[0]).isCloseTo(theta, within(1e-15));
    }
  }

  @Test
  void has_the_first_phase_of_the_run_without_the_others() {
    OptimizerSpec noise = new OptimizerSpec.GdNoise(0.1, 1, 2);
    Walks.Walked alone = Walks.run(Walks.spec(noise, 3), new QuadraticSurface(1, 2));
    Walks.Walked led =
        Walks.run(Walks.spec(noise, 3).then(phase(GD, 2)), new QuadraticSurface(1, 2));

    assertThat(led.thetas().subList(0, 4)).usingRecursiveComparison().isEqualTo(alone.thetas());
  }

  /** Two phases of one rule and one run of it: the noise goes on, its variance is the start's. */
  @Test
  void goes_on_with_the_stream_of_noise() {
    OptimizerSpec noise = new OptimizerSpec.GdNoise(0.1, 1, 2);
    Walks.Walked whole = Walks.run(Walks.spec(noise, 5), new QuadraticSurface(1, 2));
    Walks.Walked parts =
        Walks.run(Walks.spec(noise, 3).then(phase(noise, 2)), new QuadraticSurface(1, 2));

    assertThat(parts.thetas()).usingRecursiveComparison().isEqualTo(whole.thetas());
  }

  @Test
  void ends_as_diverged_at_the_step_of_the_run() {
    PhaseSpec wild = phase(new OptimizerSpec.Gd(1e200, 0), 9);
    Walks.Walked walked = Walks.run(Walks.spec(GD, 4).then(wild), new QuadraticSurface(1));

    assertThat(walked.steps()).hasSizeBetween(4, 6);
    assertThat(walked.status())
        .isEqualTo(new org.sgdwalk.trace.Status.Diverged(walked.steps().size() + 1));
  }

  @Test
  void takes_the_running_statistics_along() {
    RunSpec one =
        SpecJson.read(
            """
            { "network": {"kind": "mlp", "hidden": [4], "batchNorm": true},
              "data": {"name": "fashion-mnist-3k", "train": 20, "validation": 10, "chunk": 10},
              "optimizer": {"kind": "gd", "learningRate": 0.1},
              "length": {"steps": 4}, "seed": 1 }
            """);
    RunSpec two =
        SpecJson.read(
            SpecJson.write(one)
                .replaceFirst("\"steps\" : 4", "\"steps\" : 1")
                .replaceFirst(
                    "\\{",
                    """
                    { "then": [{"optimizer": {"kind": "gd", "learningRate": 0.1}, "length": {"steps": 3}}],
                    """));
    assertThat(two.updates()).isEqualTo(4);
    DataSet data = DataSet.load(one.data(), new DataCatalog(null));
    try (LossSurface surface =
        NetworkLossSurface.open(Engines.of(Engines.STANDARD), one, data, 1)) {
      assertThat(statistics(Walks.run(two, surface)))
          .isEqualTo(statistics(Walks.run(one, surface)));
    }
  }

  private static double[] statistics(Walks.Walked walked) {
    Normalization evalMode = walked.steps().get(3).evalMode();
    return ((Normalization.Running) evalMode).statistics().toArray();
  }
}
