package org.sgdwalk.train;

import java.util.List;
import org.sgdwalk.spec.LearningRate;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.RunSpec;

/**
 * How the updates of a phase are made.
 *
 * @param rule its update rule
 * @param learningRate eta by the update's number in the phase
 * @param weightDecay coefficient of theta in the update
 */
record Phase(UpdateRule rule, LearningRate learningRate, double weightDecay) {

  /** The phases of a run in order. */
  static List<Phase> of(RunSpec run, UpdateRules rules) {
    return run.phases().stream().map(spec -> of(spec, run.data().train(), rules)).toList();
  }

  private static Phase of(PhaseSpec spec, int train, UpdateRules rules) {
    return new Phase(
        rules.of(spec.optimizer()), LearningRate.of(spec, train), spec.optimizer().weightDecay());
  }
}
