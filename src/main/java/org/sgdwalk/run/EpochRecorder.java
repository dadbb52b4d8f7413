package org.sgdwalk.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.Evaluation;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;
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

  /** Whether the initialisation has finite losses. */
  boolean onStart(ParameterVector theta, Normalization evalMode) {
    return evaluate(0, 0, false, theta, evalMode);
  }

  /** Whether the losses after the step are finite, where they are due. */
  boolean onStep(Step step) {
    return !isDue(step)
        || evaluate(step.epoch(), step.number(), step.last(), step.after(), step.evalMode());
  }

  private boolean isDue(Step step) {
    int period = spec.probes().evaluation().everyEpochs();
    return step.last()
        || (step.endsEpoch() && (step.epoch() % period == 0 || asksCurvature(step.epoch(), false)));
  }

  private boolean asksCurvature(int epoch, boolean last) {
    SharpnessSpec asked = spec.probes().sharpness();
    return asked != null && asked.selects(epoch, last);
  }

  private boolean evaluate(
      int epoch, int step, boolean last, ParameterVector theta, Normalization evalMode) {
    CrossSectionSpec probe = spec.probes().crossSection();
    boolean eval = probe != null && probe.batchNorm() == BatchNormMode.EVAL;
    Evaluation train = surface.evaluateTraining(theta, eval ? evalMode : Normalization.TRAIN);
    Evaluation validation = surface.evaluateValidation(theta, evalMode);
    if (!Double.isFinite(train.loss()) || !Double.isFinite(validation.loss())) {
      return false;
    }
    EpochRow row =
        new EpochRow(
            epoch, step, train.loss(), train.accuracy(), validation.loss(), validation.accuracy());
    boolean measured = curvature != null && asksCurvature(epoch, last);
    rows.add(measured ? Objects.requireNonNull(curvature).measure(row, theta) : row);
    return true;
  }
}
