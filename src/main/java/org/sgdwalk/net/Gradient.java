package org.sgdwalk.net;

/**
 * Loss and gradient over some examples, batch norm in train mode.
 *
 * @param loss mean cross-entropy, nats per example
 * @param vector gradient of that mean with respect to theta
 * @param batchStatistics the batch means and variances that batch norm used, in the order of the
 *     running statistics; over several chunks their mean weighted by chunk size
 */
public record Gradient(double loss, ParameterVector vector, ParameterVector batchStatistics) {}
