package org.sgdwalk.train;

import java.util.List;
import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.RunningStatistics;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.Timetable;
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
    List<Phase> phases = Phase.of(spec, new UpdateRules(spec, surface, theta));
    for (Moment moment : Timetable.of(spec)) {
      Step step = update(phases.get(moment.phase()), moment, theta, running);
      if (!isFinite(step) || !observer.onStep(step)) {
        return new Status.Diverged(moment.step());
      }
      theta = step.after();
    }
    return new Status.Complete();
  }

  private static Step update(
      Phase phase, Moment moment, ParameterVector theta, RunningStatistics running) {
    Gradient gradient = phase.rule().gradient(theta);
    running.update(gradient.batchStatistics());
    ParameterVector used = gradient.vector();
    if (phase.weightDecay() > 0) {
      used.addScaled(phase.weightDecay(), theta);
    }
    double eta = phase.learningRate().at(moment.stepOfPhase());
    ParameterVector after = theta.copy().addScaled(-eta, used);
    return new Step(moment, eta, gradient.loss(), theta, after, used, running.evalMode());
  }

  private static boolean isFinite(Step step) {
    return Double.isFinite(step.batchLoss())
        && Double.isFinite(step.gradient().norm())
        && Double.isFinite(step.after().norm());
  }
}
