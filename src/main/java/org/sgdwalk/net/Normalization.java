package org.sgdwalk.net;

/** Which statistics batch norm uses in a forward pass; a network without batch norm ignores it. */
public sealed interface Normalization {
  /** Train mode: mean and biased variance of the chunk. */
  Normalization TRAIN = new OfChunk();

  /** Eval mode: the given running statistics, as from {@link RunningStatistics}. */
  static Normalization eval(ParameterVector running) {
    return new Running(running);
  }

  /** Train mode. */
  record OfChunk() implements Normalization {}

  /**
   * Eval mode.
   *
   * @param statistics running means and variances in the network's order
   */
  record Running(ParameterVector statistics) implements Normalization {}
}
