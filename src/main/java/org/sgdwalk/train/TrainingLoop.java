package org.sgdwalk.train;

import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.RunningStatistics;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Status;

/** Makes the updates of a run and shows each to an observer. It measures and judges nothing. */
public final class TrainingLoop {
  private final RunSpec spec;
  private final LossSurface surface;

  /** A loop at the start of a run. */
  public TrainingLoop(RunSpec spec, LossSurface surface) {
    this.spec = spec;
    this.surface = surface;
  }

  /**
   * Runs from a start to the end, or to the first step at which a loss, a gradient or theta is not
   * finite.
   *
   * @return complete, or diverged at that step
   */
  public Status run(Start start, StepObserver observer) {
    ParameterVector theta = start.theta();
    RunningStatistics running = start.statistics().copy();
    if (!observer.onStart(theta, running.evalMode())) {
      return new Status.Diverged(0);
    }
    for (Phase phase : Phase.of(spec, new UpdateRules(spec, surface, theta))) {
      for (int number = 1; number <= phase.updates(); number++) {
        Step step = update(phase, number, theta, running);
        if (!isFinite(step) || !observer.onStep(step)) {
          return new Status.Diverged(step.number());
        }
        theta = step.after();
      }
    }
    return new Status.Complete();
  }

  private Step update(Phase phase, int number, ParameterVector theta, RunningStatistics running) {
    Gradient gradient = phase.rule().gradient(theta);
    running.update(gradient.batchStatistics());
    ParameterVector used = gradient.vector();
    double weightDecay = phase.spec().optimizer().weightDecay();
    if (weightDecay > 0) {
      used.addScaled(weightDecay, theta);
    }
    double eta = phase.learningRate().at(number);
    ParameterVector after = theta.copy().addScaled(-eta, used);
    boolean last = phase.updatesBefore() + number == spec.updates();
    boolean leadsOn = number == phase.updates() && !last;
    return new Step(
        phase.updatesBefore() + number,
        phase.epoch(number),
        number % phase.perEpoch() == 0 || leadsOn,
        last,
        eta,
        gradient.loss(),
        theta,
        after,
        used,
        running.evalMode());
  }

  private static boolean isFinite(Step step) {
    return Double.isFinite(step.batchLoss())
        && Double.isFinite(step.gradient().norm())
        && Double.isFinite(step.after().norm());
  }
}
