package org.sgdwalk.trace;

import org.jspecify.annotations.Nullable;

/**
 * Evaluation at the end of an epoch; a row of {@code epochs.csv}. Epoch 0 is the initialisation.
 *
 * @param epoch 1-based epoch, or 0
 * @param step number of updates made
 * @param trainLoss mean cross-entropy over the training part, batch norm in train mode over the
 *     fixed chunks; nats per example
 * @param trainAccuracy fraction of the training part classified correctly in the same forward
 *     passes
 * @param valLoss mean cross-entropy over the validation part, batch norm in eval mode
 * @param valAccuracy fraction of the validation part classified correctly
 * @param sharpness the Hessian there, or null where it was not measured
 * @param covariance that of the per-example gradients there, or null where it was not measured
 */
public record EpochRow(
    int epoch,
    int step,
    double trainLoss,
    double trainAccuracy,
    double valLoss,
    double valAccuracy,
    @Nullable SharpnessRow sharpness,
    @Nullable CovarianceRow covariance) {

  /** Without the Hessian. */
  public EpochRow(
      int epoch,
      int step,
      double trainLoss,
      double trainAccuracy,
      double valLoss,
      double valAccuracy) {
    this(epoch, step, trainLoss, trainAccuracy, valLoss, valAccuracy, null, null);
  }

  /** Gives a copy of this row with what was measured of curvature and noise. */
  public EpochRow with(@Nullable SharpnessRow newSharpness, @Nullable CovarianceRow newCovariance) {
    return new EpochRow(
        epoch, step, trainLoss, trainAccuracy, valLoss, valAccuracy, newSharpness, newCovariance);
  }
}
