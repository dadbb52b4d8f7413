package org.sgdwalk.report.page;

import java.util.Optional;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.judge.RunsTook;
import org.sgdwalk.words.TimeWords;

/**
 * What the runs of an arm took.
 *
 * @param arm in words
 * @param runs how many there are
 * @param updates of theta in a run, if it does not diverge
 * @param made how many of the runs were made
 * @param time of all that were made, in words; a dash where none was
 * @param median time of a run, likewise
 * @param update time of an update with its probes, on average, likewise
 */
record ArmCostView(
    String arm, long runs, long updates, int made, String time, String median, String update) {

  static ArmCostView of(Arm arm, long runs, long updates, Optional<RunsTook> took) {
    return new ArmCostView(
        arm.label(),
        runs,
        updates,
        took.map(RunsTook::runs).orElse(0),
        took.map(made -> TimeWords.of(made.time())).orElse(CostView.NONE),
        took.map(made -> TimeWords.of(made.median())).orElse(CostView.NONE),
        took.map(made -> made.time().toNanos() / 1e9 / made.runs() / updates)
            .map(TimeWords::seconds)
            .orElse(CostView.NONE));
  }
}
