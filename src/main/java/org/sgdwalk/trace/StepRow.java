package org.sgdwalk.trace;

import org.jspecify.annotations.Nullable;

/**
 * One update, theta_{t} to theta_{t+1}; a row of {@code steps.csv}.
 *
 * @param step 1-based number of the update: how many updates have been made when it is done
 * @param epoch 1-based epoch
 * @param learningRate eta_t
 * @param batchLoss mean cross-entropy of the batch at the start point, nats per example
 * @param gradNorm norm2 of the gradient that the update used, noise and weight decay included
 * @param cosine cosine with the previous update's gradient; NaN for the first
 * @param distance norm2 between the end point and the initialisation
 * @param paramNorm norm2 of the end point
 * @param crossSection the probed cross-section, or null where the probe did not run
 */
public record StepRow(
    int step,
    int epoch,
    double learningRate,
    double batchLoss,
    double gradNorm,
    double cosine,
    double distance,
    double paramNorm,
    @Nullable CrossSectionRow crossSection) {}
