package org.sgdwalk.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.LearningRate;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.RunSpec;

/**
 * How the updates of a phase are made.
 *
 * @param rule its update rule
 * @param learningRate eta by the update's number in the phase
 * @param weightDecay coefficient of theta in the update
 * @param batches the order of its mini-batches; null where it has none
 */
record Phase(
    UpdateRule rule, LearningRate learningRate, double weightDecay, @Nullable BatchOrder batches) {

  /** The phases of a run in order. */
  static List<Phase> of(RunSpec run, UpdateRules rules) {
    return run.phases().stream().map(spec -> of(spec, run.data().train(), rules)).toList();
  }

  private static Phase of(PhaseSpec spec, int train, UpdateRules rules) {
    BatchOrder batches = rules.batches(spec.optimizer());
    return new Phase(
        rules.of(spec.optimizer(), batches),
        LearningRate.of(spec, train),
        spec.optimizer().weightDecay(),
        batches);
  }
}
