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
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.CovarianceRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.SpectrumRow;
import org.sgdwalk.trace.Trace;

@DisplayName("Sharpness along a run")
class SharpnessRunTest {
  private static final double RATE = 0.1;

  /** Five updates an epoch, three epochs and a cut one. */
  private static Trace sgd(String probes, int threads) {
    return run(
        """
        { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
          "data": {"name": "fashion-mnist-3k", "train": 100, "validation": 50, "chunk": 50},
          "optimizer": {"kind": "sgd", "batch": 20, "learningRate": 0.1},
          "schedule": {"kind": "stepwise", "factor": 0.5, "epochs": [1]},
          "length": {"steps": 17}, "seed": 5, "probes": {%s} }
        """
            .formatted(probes),
        threads);
  }

  private static Trace run(String json, int threads) {
    RunSpec spec = SpecJson.read(json);
    return new LocalRunner(new DataCatalog(null), threads, Engines.STANDARD)
        .run(spec, Progress.NONE)
        .trace();
  }

  private static SharpnessRow sharpness(EpochRow row) {
    return Objects.requireNonNull(row.sharpness(), "measured");
  }

  private static List<Integer> measured(Trace trace) {
    return trace.epochs().stream()
        .filter(row -> row.sharpness() != null)
        .map(EpochRow::epoch)
        .toList();
  }

  @Test
  void is_measured_where_the_spec_says_and_the_losses_with_it() {
    Trace named =
        sgd("\"evaluation\": {\"everyEpochs\": 3}, \"sharpness\": {\"epochs\": [1, 3]}", 1);
    Trace periodic = sgd("\"sharpness\": {\"everyEpochs\": 2}", 1);

    assertThat(named.epochs()).extracting(EpochRow::epoch).containsExactly(0, 1, 3, 4);
    assertThat(measured(named)).containsExactly(1, 3);
    assertThat(measured(periodic)).containsExactly(0, 2, 4);
  }

  @Test
  void at_an_epoch_does_not_depend_on_where_else_it_is_measured_nor_on_the_threads() {
    Trace all = sgd("\"sharpness\": {}", 1);
    Trace one = sgd("\"sharpness\": {\"epochs\": [2]}", 2);

    assertThat(measured(all)).containsExactly(0, 1, 2, 3, 4);
    assertThat(one.epochs().get(2)).isEqualTo(all.epochs().get(2));
    assertThat(one.steps()).isEqualTo(all.steps());
    assertThat(one.steps()).isEqualTo(sgd("", 1).steps());
  }

  @Test
  void comes_with_eta_lambda_of_the_update_that_follows_of_the_last_one_at_the_end() {
    List<EpochRow> rows = sgd("\"sharpness\": {}", 1).epochs();

    for (EpochRow row : rows) {
      double eta = row.epoch() == 0 ? RATE : RATE / 2;
      SharpnessRow sharpness = sharpness(row);
      assertThat(sharpness.etaLambda()).isEqualTo(eta * sharpness.lambdaPositive());
      assertThat(sharpness.lambdaPositive())
          .isPositive()
          .isLessThanOrEqualTo(sharpness.spectralNorm());
      assertThat(sharpness.residual()).isLessThanOrEqualTo(0.01 * sharpness.spectralNorm());
      assertThat(sharpness.products()).isBetween(2, 80);
      assertThat(sharpness.trace()).isNaN();
    }
  }

  @Test
  void leaves_further_eigenvalues_and_the_density_in_spectra_measured_at_each_epoch() {
    Trace trace =
        sgd(
            "\"sharpness\": {\"epochs\": [0, 2], \"topK\": 3, \"traceProbes\": 2,"
                + " \"density\": {\"probes\": 1, \"steps\": 5, \"points\": 30}}",
            1);

    assertThat(trace.spectra()).hasSize(2 * (3 + 30));
    List<SpectrumRow> last = trace.spectra().subList(33, 66);
    assertThat(last).allMatch(row -> row.epoch() == 2 && row.step() == 10);
    assertThat(last.get(0).eigenvalue()).isEqualTo(sharpness(trace.epochs().get(2)).lambdaMax());
    assertThat(Math.abs(last.get(1).eigenvalue()))
        .isBetween(Math.abs(last.get(2).eigenvalue()), Math.abs(last.get(0).eigenvalue()));
    assertThat(sharpness(trace.epochs().get(2)).traceError()).isPositive();
  }

  /** Each update multiplies theta by 1 - eta lambda; an update of GD is an epoch. */
  @Test
  void says_on_a_quadratic_by_how_much_gds_next_update_shrinks_theta() {
    Trace trace =
        run(
            """
            { "network": {"kind": "quadratic", "maxDimension": 9, "lowest": 1.2, "highest": 1.8},
              "data": {"name": "none", "train": 1, "validation": 1},
              "optimizer": {"kind": "gd", "learningRate": 1}, "precision": "float64",
              "length": {"steps": 4}, "seed": 3, "probes": {"sharpness": {"tolerance": 1e-9}} }
            """,
            1);

    for (int step = 1; step < 4; step++) {
      double factor = trace.steps().get(step).paramNorm() / trace.steps().get(step - 1).paramNorm();
      assertThat(sharpness(trace.epochs().get(step)).etaLambda())
          .isCloseTo(1 + factor, within(1e-8));
    }
  }

  @Test
  void comes_with_the_gradient_covariance_where_asked_for_the_same_for_any_threads() {
    String plain =
        """
        { "network": {"kind": "mlp", "hidden": [8], "batchNorm": false},
          "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 50},
          "optimizer": {"kind": "gd", "learningRate": 0.1}, "length": {"steps": 3}, "seed": 5,
          "probes": {"sharpness": {"epochs": [0, 2]}, "covariance": {"directions": 5}} }
        """;
    List<EpochRow> rows = run(plain, 1).epochs();
    CovarianceRow noise = Objects.requireNonNull(rows.get(2).covariance(), "measured");

    assertThat(run(plain, 2).epochs()).isEqualTo(rows);
    assertThat(rows.get(1).covariance()).isNull();
    int parameters = 784 * 8 + 8 + 8 * 10 + 10;
    assertThat(noise.alignment())
        .isCloseTo(noise.alongSharpest() * parameters / noise.trace(), within(1e-9));
    assertThat(noise.alongSharpest()).isBetween(0.0, noise.trace());
    assertThat(noise.largestVariance()).isBetween(noise.trace() / parameters, noise.trace());
    assertThat(noise.largestRandomAlignment()).isGreaterThan(noise.randomAlignment());
  }
}
