package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two updates an epoch; every second step is probed. */
@DisplayName("Rows that contradict the manifest's spec")
class TimetableCheckTest {
  private static final Path DIR = Path.of("run");

  private static void check(Trace trace) {
    TimetableCheck.check(trace, DIR);
  }

  private static Trace withStep(int step, UnaryOperator<StepRow> change) {
    Trace trace = Traces.complete(4);
    List<StepRow> steps = new ArrayList<>(trace.steps());
    steps.set(step - 1, change.apply(steps.get(step - 1)));
    return new Trace(trace.manifest(), steps, trace.epochs());
  }

  private static Trace withEpoch(int index, UnaryOperator<EpochRow> change) {
    Trace trace = Traces.complete(4);
    List<EpochRow> epochs = new ArrayList<>(trace.epochs());
    epochs.set(index, change.apply(epochs.get(index)));
    return new Trace(trace.manifest(), trace.steps(), epochs);
  }

  private static StepRow with(StepRow row, int epoch, @Nullable CrossSectionRow section) {
    return new StepRow(
        row.step(),
        epoch,
        row.learningRate(),
        row.batchLoss(),
        row.gradNorm(),
        row.cosine(),
        row.distance(),
        row.paramNorm(),
        section);
  }

  private static CrossSectionRow section(double numericalFloor) {
    return new CrossSectionRow(List.of(3.0, 1.0, 2.0), 1, 0.5, 1.5, 0, 1, 1, 0.4, numericalFloor);
  }

  @Test
  void a_trace_as_its_spec_says_is_accepted_complete_or_diverged() {
    check(Traces.complete(4));
    check(Traces.diverged(4, 1));
    check(Traces.diverged(4, 4));
    assertThat(Traces.diverged(4, 4).epochs()).hasSize(2);
  }

  @Test
  void a_step_in_another_epoch_is_refused() {
    assertThatThrownBy(() -> check(withStep(3, row -> with(row, 1, null))))
        .isInstanceOf(TraceException.class)
        .hasMessage(
            DIR.resolve("steps.csv")
                + ": line 4, column epoch: must be 2 by the manifest's spec, got 1");
  }

  @Test
  void a_cross_section_that_is_missing_or_too_many_is_refused() {
    assertThatThrownBy(() -> check(withStep(2, row -> with(row, 1, null))))
        .hasMessageEndingWith(
            "line 3, column loss_a00: must be a number; the manifest's spec probes step 2");
    assertThatThrownBy(() -> check(withStep(3, row -> with(row, 2, section(Double.NaN)))))
        .hasMessageEndingWith(
            "line 4, column loss_a00: must be empty; the manifest's spec does not probe step 3");
  }

  @Test
  void a_numerical_floor_of_a_step_that_was_not_rechecked_is_refused() {
    assertThatThrownBy(() -> check(withStep(4, row -> with(row, 2, section(0.5)))))
        .hasMessageEndingWith(
            "line 5, column numerical_floor: must be empty;"
                + " the manifest's spec does not recheck step 4");
  }

  @Test
  void an_evaluation_that_is_missing_or_elsewhere_is_refused() {
    Trace trace = Traces.complete(4);
    assertThatThrownBy(
            () -> check(new Trace(trace.manifest(), trace.steps(), trace.epochs().subList(0, 2))))
        .hasMessage(
            DIR.resolve("epochs.csv") + ": 2 rows; a run with this specification and status has 3");
    assertThatThrownBy(() -> check(withEpoch(2, row -> new EpochRow(3, 4, 1, 1, 1, 1))))
        .hasMessageEndingWith("line 4, column epoch: must be 2 by the manifest's spec, got 3");
    assertThatThrownBy(() -> check(withEpoch(1, row -> new EpochRow(1, 1, 1, 1, 1, 1))))
        .hasMessageEndingWith("line 3, column step: must be 2 by the manifest's spec, got 1");
  }

  @Test
  void curvature_where_none_was_asked_for_is_refused() {
    SharpnessRow sharp = new SharpnessRow(1, 0, 1, 0, 1, 1, Double.NaN, Double.NaN);
    assertThatThrownBy(() -> check(withEpoch(1, row -> row.with(sharp, null))))
        .hasMessageEndingWith(
            "line 3, column spectral_norm: must be empty;"
                + " the manifest's spec does not measure the curvature at epoch 1");
    assertThatThrownBy(
            () -> check(withEpoch(1, row -> row.with(null, new CovarianceRow(1, 1, 1, 1, 1, 1)))))
        .hasMessageContaining(
            "line 3, column " + CovarianceColumns.NAMES.get(0) + ": must be empty");
    Trace trace = Traces.complete(4);
    assertThatThrownBy(
            () ->
                check(
                    new Trace(
                        trace.manifest(),
                        trace.steps(),
                        trace.epochs(),
                        List.of(new SpectrumRow(1, 2, 1, 0, Double.NaN)))))
        .hasMessageStartingWith(
            DIR.resolve("spectra.csv") + ": line 2, column epoch: must be an epoch at which");
  }
}
