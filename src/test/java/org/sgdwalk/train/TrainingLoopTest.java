package org.sgdwalk.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.Status;

@DisplayName("The training loop")
class TrainingLoopTest {
  private static final double LAMBDA = 2;

  @Test
  void puts_weight_decay_into_the_gradient_that_it_uses_and_shows() {
    RunSpec spec = Walks.spec(new OptimizerSpec.Gd(0.1, 0.5), 1);
    Walks.Walked walked = Walks.run(spec, new QuadraticSurface(LAMBDA));

    // g + weightDecay * theta = 2 * 1 + 0.5 * 1.
    assertThat(walked.steps().get(0).gradient().toArray()).containsExactly(2.5);
    assertThat(walked.thetas().get(1)[0]).isCloseTo(1 - 0.1 * 2.5, within(1e-15));
    assertThat(walked.steps().get(0).batchLoss()).isEqualTo(1);
  }

  @Test
  void leaves_theta_before_the_update_as_it_was() {
    Walks.Walked walked =
        Walks.run(Walks.spec(new OptimizerSpec.Gd(0.1, 0.5), 5), new QuadraticSurface(LAMBDA));

    for (Step step : walked.steps()) {
      assertThat(step.before().toArray()).isEqualTo(walked.thetas().get(step.number() - 1));
    }
  }

  @Test
  void numbers_steps_and_epochs_from_1() {
    Walks.Walked walked =
        Walks.run(Walks.spec(new OptimizerSpec.Sgd(8, 0.1, 0), 5), new QuadraticSurface(LAMBDA));

    // 20 examples in batches of 8 are 3 updates an epoch.
    assertThat(walked.status()).isEqualTo(new Status.Complete());
    assertThat(walked.steps()).extracting(Step::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(walked.steps())
        .extracting(step -> step.moment().epoch())
        .containsExactly(1, 1, 1, 2, 2);
    assertThat(walked.steps())
        .extracting(step -> step.moment().endsEpoch())
        .containsExactly(false, false, true, false, true);
    assertThat(walked.steps())
        .extracting(step -> step.moment().last())
        .containsExactly(false, false, false, false, true);
  }

  /** theta grows a thousandfold a step: L = 10^(6 t) overflows a double after 51 steps. */
  @Test
  void ends_as_diverged_at_the_step_whose_loss_overflows_and_keeps_the_earlier_ones() {
    Walks.Walked walked =
        Walks.run(Walks.spec(new OptimizerSpec.Gd(1001, 0), 100), new QuadraticSurface(1));

    assertThat(walked.status()).isInstanceOf(Status.Diverged.class);
    int at = ((Status.Diverged) walked.status()).step();
    assertThat(at).isBetween(51, 53);
    assertThat(walked.steps()).hasSize(at - 1);
    assertThat(walked.steps()).allSatisfy(step -> assertThat(step.after().norm()).isFinite());
  }

  @Test
  void ends_as_diverged_at_once_on_a_surface_without_a_loss() {
    Walks.Walked walked =
        Walks.run(Walks.spec(new OptimizerSpec.Gd(0.1, 0), 5), new QuadraticSurface(Double.NaN));

    assertThat(walked.status()).isEqualTo(new Status.Diverged(1));
    assertThat(walked.steps()).isEmpty();
  }

  @Test
  void ends_as_diverged_where_the_observer_says_so() {
    RunSpec spec = Walks.spec(new OptimizerSpec.Gd(0.1, 0), 5);

    assertThat(Walks.run(spec, new QuadraticSurface(1), 3).status())
        .isEqualTo(new Status.Diverged(3));
    assertThat(Walks.run(spec, new QuadraticSurface(1), 0).status())
        .isEqualTo(new Status.Diverged(0));
  }

  @Test
  void starts_where_it_is_told_and_leaves_the_start_as_it_was() {
    RunSpec spec = Walks.spec(new OptimizerSpec.Gd(0.1, 0), 2);
    LossSurface surface = new QuadraticSurface(LAMBDA);
    Start start = new Start(surface.vector(new double[] {5}), surface.initialStatistics());

    Walks.Walked walked = Walks.run(spec, surface, start);

    assertThat(walked.thetas().get(0)).containsExactly(5);
    assertThat(walked.thetas().get(1)[0]).isCloseTo(5 * (1 - 0.1 * LAMBDA), within(1e-15));
    assertThat(start.theta().toArray()).containsExactly(5);
  }

  @Test
  void leaves_the_running_statistics_of_the_start_as_they_were() {
    RunSpec spec =
        SpecJson.read(
            """
            { "network": {"kind": "mlp", "hidden": [4], "batchNorm": true},
              "data": {"name": "fashion-mnist-3k", "train": 20, "validation": 10, "chunk": 10},
              "optimizer": {"kind": "gd", "learningRate": 0.1},
              "length": {"steps": 2}, "seed": 1 }
            """);
    DataSet data = DataSet.load(spec.data(), new DataCatalog(null));
    try (LossSurface surface =
        NetworkLossSurface.open(Engines.of(Engines.STANDARD), spec, data, 1)) {
      Start start = Start.drawn(spec, surface);
      double[] before = values(start.statistics().evalMode());

      Walks.Walked walked = Walks.run(spec, surface, start);

      assertThat(values(start.statistics().evalMode())).isEqualTo(before);
      assertThat(values(walked.steps().get(1).evalMode())).isNotEqualTo(before);
    }
  }

  private static double[] values(Normalization evalMode) {
    return ((Normalization.Running) evalMode).statistics().toArray();
  }

  @Test
  void starts_gd_and_sgd_of_one_seed_at_the_same_theta() {
    RunSpec gd = Walks.spec(new OptimizerSpec.Gd(0.1, 0), 1);
    RunSpec sgd = Walks.spec(new OptimizerSpec.Sgd(5, 0.1, 0), 1);

    assertThat(start(gd)).isEqualTo(start(sgd));
    assertThat(start(gd)).isEqualTo(start(gd.withOrderSeed(99)));
    assertThat(start(gd)).isNotEqualTo(start(gd.withSeed(2)));
  }

  private static List<Double> start(RunSpec spec) {
    DataSet data = DataSet.load(spec.data(), new DataCatalog(null));
    try (LossSurface surface =
        NetworkLossSurface.open(Engines.of(Engines.STANDARD), spec, data, 1)) {
      return Arrays.stream(Walks.run(spec, surface).thetas().get(0)).boxed().toList();
    }
  }
}
