package org.sgdwalk.train;

import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.Moment;

/**
 * One update, theta_{t} to theta_{t+1} = theta_t - eta_t g_t (eq. 1). The vectors are the loop's
 * own: observers read them and keep no change.
 *
 * @param moment its place in the run, and what is due with it
 * @param learningRate eta_t
 * @param batchLoss mean cross-entropy of the examples that the gradient was taken over, at the
 *     start point; nats per example
 * @param before theta_t
 * @param after theta_{t+1}
 * @param gradient g_t exactly as the update used it, noise and weight decay included
 * @param evalMode batch norm's running statistics once the update is done
 */
public record Step(
    Moment moment,
    double learningRate,
    double batchLoss,
    ParameterVector before,
    ParameterVector after,
    ParameterVector gradient,
    Normalization evalMode) {

  /** 1-based number of the update in the run. */
  public int number() {
    return moment.step();
  }
}
