package org.sgdwalk.net;

/**
 * Loss and gradient of a chunk, of which the loss is not read yet.
 *
 * @param loss of the rows
 * @param vector gradient of their mean loss: a worker's own memory, until it computes again
 * @param batchStatistics what batch norm saw; likewise
 */
record ChunkGradient(PendingLoss loss, ParameterVector vector, ParameterVector batchStatistics) {}
