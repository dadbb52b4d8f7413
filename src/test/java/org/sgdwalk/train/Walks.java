package org.sgdwalk.train;

import java.util.ArrayList;
import java.util.List;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;
import org.sgdwalk.trace.Status;

/** Runs of the real loop, remembered step by step. */
final class Walks {
  private Walks() {}

  /**
   * A run.
   *
   * @param status how it ended
   * @param thetas theta after 0, 1, ... updates
   * @param steps what the observer saw
   */
  record Walked(Status status, List<double[]> thetas, List<Step> steps) {}

  /** The network and the data do not matter on a made-up surface. */
  static RunSpec spec(OptimizerSpec optimizer, int steps) {
    return new RunSpec(
        new NetworkSpec.Mlp(List.of(4), false),
        new DataSpec("fashion-mnist-3k", 20, 10, 10),
        optimizer,
        new ScheduleSpec.Constant(),
        LengthSpec.ofSteps(steps),
        1,
        null,
        Precision.FLOAT64,
        new ProbeSpec(null, new EvaluationSpec(1)),
        List.of());
  }

  static Walked run(RunSpec spec, LossSurface surface) {
    return run(spec, surface, Start.drawn(spec, surface));
  }

  static Walked run(RunSpec spec, LossSurface surface, Start start) {
    return run(spec, surface, start, Integer.MAX_VALUE);
  }

  /** With an observer that finds something that is not finite at the given step, 0 the start. */
  static Walked run(RunSpec spec, LossSurface surface, int refusedAt) {
    return run(spec, surface, Start.drawn(spec, surface), refusedAt);
  }

  private static Walked run(RunSpec spec, LossSurface surface, Start start, int refusedAt) {
    List<double[]> thetas = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    StepObserver observer =
        new StepObserver() {
          @Override
          public boolean onStart(ParameterVector theta, Normalization evalMode) {
            thetas.add(theta.toArray());
            return refusedAt != 0;
          }

          @Override
          public boolean onStep(Step step) {
            thetas.add(step.after().toArray());
            steps.add(step);
            return step.number() != refusedAt;
          }
        };
    return new Walked(new TrainingLoop(spec, surface).run(start, observer), thetas, steps);
  }
}
