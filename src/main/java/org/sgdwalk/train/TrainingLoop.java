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
    UpdateRules rules = new UpdateRules(spec, surface, theta);
    List<Phase> phases = Phase.of(spec, rules);
    observer.between(0, () -> new LoopState(0, theta, running, rules.draws(null)));
    return walk(rules, phases, new LoopState(0, theta, running, rules.draws(null)), observer);
  }

  /**
   * Goes on with a run that was kept between two updates, as if it had never stood still; the
   * observer must be where it was, too.
   *
   * @param start where the run started
   * @param from where it was
   * @return complete, or diverged at a later step
   * @throws IllegalArgumentException for a state that no run of the spec has
   */
  public Status resume(Start start, LoopState from, StepObserver observer) {
    UpdateRules rules = new UpdateRules(spec, surface, start.theta());
    List<Phase> phases = Phase.of(spec, rules);
    rules.goTo(from.draws(), phases.get(phaseOf(from.updates())).batches());
    return walk(rules, phases, from, observer);
  }

  private Status walk(
      UpdateRules rules, List<Phase> phases, LoopState from, StepObserver observer) {
    ParameterVector theta = from.theta();
    RunningStatistics running = from.statistics();
    for (Moment moment : Timetable.of(spec)) {
      if (moment.step() <= from.updates()) {
        continue;
      }
      Phase phase = phases.get(moment.phase());
      Step step = update(phase, moment, theta, running);
      if (!isFinite(step) || !observer.onStep(step)) {
        return new Status.Diverged(moment.step());
      }
      theta = step.after();
      observer.between(
          moment.step(),
          () -> new LoopState(moment.step(), step.after(), running, rules.draws(phase.batches())));
    }
    return new Status.Complete();
  }

  /** The phase of an update; that of the first for none. */
  private int phaseOf(int update) {
    int before = 0;
    for (int phase = 0; ; phase++) {
      before += spec.phases().get(phase).updates(spec.data().train());
      if (update <= before) {
        return phase;
      }
    }
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
