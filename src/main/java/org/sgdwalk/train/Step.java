package org.sgdwalk.train;

import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;

/**
 * One update, theta_{t} to theta_{t+1} = theta_t - eta_t g_t (eq. 1). The vectors are the loop's
 * own: observers read them and keep no change.
 *
 * @param number 1-based number of the update
 * @param epoch 1-based epoch
 * @param endsEpoch whether the epoch ends with it
 * @param last whether the run ends with it
 * @param learningRate eta_t
 * @param batchLoss mean cross-entropy of the examples that the gradient was taken over, at the
 *     start point; nats per example
 * @param before theta_t
 * @param after theta_{t+1}
 * @param gradient g_t exactly as the update used it, noise and weight decay included
 * @param evalMode batch norm's running statistics once the update is done
 */
public record Step(
    int number,
    int epoch,
    boolean endsEpoch,
    boolean last,
    double learningRate,
    double batchLoss,
    ParameterVector before,
    ParameterVector after,
    ParameterVector gradient,
    Normalization evalMode) {}
