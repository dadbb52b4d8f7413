package org.sgdwalk.net;

/**
 * Loss and accuracy over some examples.
 *
 * @param loss mean cross-entropy, nats per example
 * @param accuracy fraction classified correctly, 0 to 1
 */
public record Evaluation(double loss, double accuracy) {}
