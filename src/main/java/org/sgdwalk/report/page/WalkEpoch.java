package org.sgdwalk.report.page;

import org.jspecify.annotations.Nullable;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SharpnessRow;

/**
 * An evaluation along a walk as the page shows it.
 *
 * @param step updates made
 * @param trainLoss training loss there, nats per example
 * @param etaLambda learning rate times the Hessian's largest positive eigenvalue there; null where
 *     that was not measured
 */
record WalkEpoch(int step, @Nullable Double trainLoss, @Nullable Double etaLambda) {

  static WalkEpoch of(EpochRow row) {
    SharpnessRow sharpness = row.sharpness();
    return new WalkEpoch(
        row.step(),
        Rounded.of(row.trainLoss()),
        sharpness == null ? null : Rounded.of(sharpness.etaLambda()));
  }
}
