package org.sgdwalk.net;

/**
 * The cross-entropy of a batch, which may still lie where the engine computes. {@link Engine#read}
 * gets it, many at once: each reading waits for the device.
 */
public interface PendingLoss {}
