package org.sgdwalk.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.Evaluation;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.run.checkpoint.WalkRows;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.spec.Timetable;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SpectrumRow;
import org.sgdwalk.train.Step;

/** Evaluates a run at ends of epochs, with the curvature where the spec asks for it. */
final class EpochRecorder {
  private final RunSpec spec;
  private final LossSurface surface;
  private final @Nullable CurvatureRecorder curvature;
  private final List<EpochRow> rows = new ArrayList<>();

  EpochRecorder(RunSpec spec, LossSurface surface) {
    this.spec = spec;
    this.surface = surface;
    SharpnessSpec asked = spec.probes().sharpness();
    this.curvature = asked == null ? null : new CurvatureRecorder(spec, asked, surface);
  }

  List<EpochRow> rows() {
    return rows;
  }

  List<SpectrumRow> spectra() {
    return curvature == null ? List.of() : curvature.spectra();
  }

  /** Goes on behind these. */
  void goTo(WalkRows until) {
    rows.addAll(until.epochs());
    if (curvature != null) {
      curvature.goTo(until.spectra());
    }
  }

  /** Whether the initialisation has finite losses. */
  boolean onStart(ParameterVector theta, Normalization evalMode) {
    return evaluate(Timetable.of(spec).start(), theta, evalMode);
  }

  /** Whether the losses after the step are finite, where they are due. */
  boolean onStep(Step step) {
    return !step.moment().evaluated() || evaluate(step.moment(), step.after(), step.evalMode());
  }

  private boolean evaluate(Moment moment, ParameterVector theta, Normalization evalMode) {
    CrossSectionSpec probe = spec.probes().crossSection();
    boolean eval = probe != null && probe.batchNorm() == BatchNormMode.EVAL;
    Evaluation train = surface.evaluateTraining(theta, eval ? evalMode : Normalization.TRAIN);
    Evaluation validation = surface.evaluateValidation(theta, evalMode);
    if (!Double.isFinite(train.loss()) || !Double.isFinite(validation.loss())) {
      return false;
    }
    EpochRow row =
        new EpochRow(
            moment.epoch(),
            moment.step(),
            train.loss(),
            train.accuracy(),
            validation.loss(),
            validation.accuracy());
    rows.add(
        curvature != null && moment.curvature() ? curvature.measure(row, theta, evalMode) : row);
    return true;
  }
}
