package org.sgdwalk.train;

import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;

/** The learning rate of each update. */
interface LearningRate {

  /** eta of the update with this 1-based number. */
  double at(int step);

  /** The schedule of a spec. */
  static LearningRate of(RunSpec spec) {
    if (spec.schedule() instanceof ScheduleSpec.Constant) {
      return step -> spec.optimizer().learningRate();
    }
    throw new IllegalStateException("no learning rate for " + spec.schedule());
  }
}
