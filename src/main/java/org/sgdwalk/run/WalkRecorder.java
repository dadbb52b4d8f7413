package org.sgdwalk.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.probe.GradientCosine;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.checkpoint.Checkpoint;
import org.sgdwalk.run.checkpoint.Checkpoints;
import org.sgdwalk.run.checkpoint.WalkRows;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SpectrumRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.train.LoopState;
import org.sgdwalk.train.Step;
import org.sgdwalk.train.StepObserver;

/** Probes each step of a run and keeps the rows. */
final class WalkRecorder implements StepObserver {
  private final RunSpec spec;
  private final LossSurface surface;
  private final Set<Integer> keepTheta;
  private final Progress progress;
  private final GradientCosine cosine = new GradientCosine();
  private final @Nullable CrossSectionRecorder crossSection;
  private final List<StepRow> steps = new ArrayList<>();
  private final EpochRecorder epochs;
  private final Map<Integer, byte[]> thetaFiles = new TreeMap<>();
  private @Nullable ParameterVector start;

  /** {@code keepTheta} has the numbers of updates after which theta is kept. */
  WalkRecorder(RunSpec spec, LossSurface surface, Set<Integer> keepTheta, Progress progress) {
    this.spec = spec;
    this.surface = surface;
    this.keepTheta = keepTheta;
    this.progress = progress;
    this.epochs = new EpochRecorder(spec, surface);
    CrossSectionSpec probe = spec.probes().crossSection();
    this.crossSection = probe == null ? null : new CrossSectionRecorder(spec, probe, surface);
  }

  List<StepRow> steps() {
    return steps;
  }

  List<EpochRow> epochs() {
    return epochs.rows();
  }

  List<SpectrumRow> spectra() {
    return epochs.spectra();
  }

  /** NumPy archives of the kept thetas, by number of updates made. */
  Map<Integer, byte[]> thetaFiles() {
    return thetaFiles;
  }

  /** All rows so far. */
  WalkRows rows() {
    return new WalkRows(steps, epochs(), spectra(), thetaFiles);
  }

  /** Where the run is between two updates. */
  Checkpoint checkpoint(LoopState loop) {
    return new Checkpoint(
        loop,
        cosine.previous(),
        crossSection == null ? Double.NaN : crossSection.sharedLoss(loop.theta()),
        crossSection == null ? new int[0] : crossSection.chunks());
  }

  /** Goes on where a run was that started at {@code theta}. */
  void goTo(ParameterVector theta, Checkpoints.Found found) {
    start = theta;
    steps.addAll(found.rows().steps());
    epochs.goTo(found.rows());
    thetaFiles.putAll(found.rows().thetaFiles());
    cosine.goTo(found.checkpoint().previousGradient());
    if (crossSection != null) {
      crossSection.goTo(found.checkpoint());
    }
    progress.advance(steps.size());
  }

  @Override
  public boolean onStart(ParameterVector theta, Normalization evalMode) {
    start = theta;
    keep(0, theta, evalMode);
    return epochs.onStart(theta, evalMode);
  }

  @Override
  public boolean onStep(Step step) {
    CrossSectionRow section = null;
    if (crossSection != null && step.moment().probed()) {
      section = crossSection.measure(step);
      if (section == null) {
        return false;
      }
    }
    if (!epochs.onStep(step)) {
      return false;
    }
    steps.add(row(step, section));
    keep(step.number(), step.after(), step.evalMode());
    progress.advance();
    return true;
  }

  private StepRow row(Step step, @Nullable CrossSectionRow section) {
    return new StepRow(
        step.moment().step(),
        step.moment().epoch(),
        step.learningRate(),
        step.batchLoss(),
        step.gradient().norm(),
        cosine.next(step.gradient()),
        step.after().distance(Objects.requireNonNull(start, "onStart comes first")),
        step.after().norm(),
        section);
  }

  private void keep(int step, ParameterVector theta, Normalization evalMode) {
    if (keepTheta.contains(step)) {
      thetaFiles.put(step, ThetaFile.write(surface, theta, evalMode, spec.precision()));
    }
  }
}
