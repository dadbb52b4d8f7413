package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Assay;
import org.sgdwalk.claim.Gate;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.EpochRow;

/** What cells must be like for claims to be testable there. None is a claim's own statistic. */
final class Requirements {
  /** Where GD bounces: appendix E has 2 as the edge of divergence on a quadratic. */
  static final Gate GD_AT_THE_EDGE =
      new Gate(
          "GD is not at the edge where it bounces",
          "the learning rate times the largest positive eigenvalue, median of three updates of GD's window,",
          Set.of(Arm.GD),
          traces -> traces.walk(Arm.GD).etaLambda(traces.cell().valley()),
          1.5,
          2);

  /** Heights fall to nothing once every image is fitted, whatever the walk. */
  static final Gate UNFITTED =
      new Gate(
          "the images are fitted before the last judged epoch",
          "the fraction of training images that SGD has wrong at its end",
          Set.of(Arm.LONG),
          traces -> 1 - lastJudged(traces).trainAccuracy(),
          0.01);

  /** A height is that of a valley's walls. */
  static final Gate IN_VALLEYS =
      new Gate(
          "SGD does not walk in valleys",
          "the fraction of SGD's judged updates with an interior minimum",
          Set.of(Arm.LONG),
          traces ->
              traces.walk(Arm.LONG).fraction(traces.cell().epochs(), CrossSectionRow::inValley),
          0.5);

  /** An accuracy that chance gives can neither fall nor be beaten. */
  static final Gate GD_CLEAR_OF_CHANCE = clearOfChance(Arm.GD_EXTENDED, "GD");

  /** The same of SGD, where it is what should be the better. */
  static final Gate SGD_CLEAR_OF_CHANCE = clearOfChance(Arm.SGD_EXTENDED, "SGD");

  /** What is still falling is not stuck. */
  static final Gate NOISE_SATURATED =
      new Gate(
          "the noisy run has not saturated where it forks",
          "its training loss at the fork, in parts of that at three quarters of the way,",
          Set.of(Arm.FORK_GD),
          traces -> lossLeft(traces.walk(Arm.FORK_GD)),
          0.9);

  /** Where annealing gains nothing, no schedule can be told from another. */
  static final Assay STEPS_HELP =
      new Assay(
          "step-wise annealing does better than a constant rate",
          Set.of(Arm.LONG_CONSTANT, Arm.LONG_STEPWISE),
          traces ->
              traces.walk(Arm.LONG_STEPWISE).finalAccuracy()
                  - traces.walk(Arm.LONG_CONSTANT).finalAccuracy());

  private Requirements() {}

  private static Gate clearOfChance(Arm arm, String name) {
    return new Gate(
        name + " is not clear of chance",
        "its validation accuracy at the end, in parts of the untrained network's,",
        Set.of(arm),
        traces -> traces.walk(arm).finalAccuracy() / traces.walk(arm).epoch(0).valAccuracy(),
        2);
  }

  private static EpochRow lastJudged(SeedTraces traces) {
    List<Integer> epochs = traces.cell().epochs();
    return traces.walk(Arm.LONG).epoch(epochs.get(epochs.size() - 1));
  }

  /** The forks share the noisy run, their first phase. */
  private static double lossLeft(Walk walk) {
    EpochRow fork = walk.phaseEnd(0);
    return fork.trainLoss() / walk.evaluatedUpTo(fork.step() * 3 / 4).trainLoss();
  }
}
