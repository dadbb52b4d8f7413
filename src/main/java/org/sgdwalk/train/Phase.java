package org.sgdwalk.train;

import java.util.ArrayList;
import java.util.List;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.RunSpec;

/**
 * A phase of a run as the loop goes through it.
 *
 * @param spec what it is
 * @param rule its update rule
 * @param learningRate eta by the update's number in the phase
 * @param perEpoch updates an epoch takes
 * @param updates updates of the phase
 * @param updatesBefore updates of the phases before
 * @param epochsBefore epochs begun in the phases before; one that was cut short is over
 */
record Phase(
    PhaseSpec spec,
    UpdateRule rule,
    LearningRate learningRate,
    int perEpoch,
    int updates,
    int updatesBefore,
    int epochsBefore) {

  /** The phases of a run in order. */
  static List<Phase> of(RunSpec run, UpdateRules rules) {
    List<Phase> phases = new ArrayList<>();
    int train = run.data().train();
    int updates = 0;
    int epochs = 0;
    for (PhaseSpec spec : run.phases()) {
      phases.add(
          new Phase(
              spec,
              rules.of(spec.optimizer()),
              LearningRate.of(spec, train),
              spec.optimizer().updatesPerEpoch(train),
              spec.updates(train),
              updates,
              epochs));
      updates += spec.updates(train);
      epochs += spec.epochs(train);
    }
    return phases;
  }

  /** 1-based epoch of the run in which the phase's update of this 1-based number is. */
  int epoch(int number) {
    return epochsBefore + (number - 1) / perEpoch + 1;
  }
}
