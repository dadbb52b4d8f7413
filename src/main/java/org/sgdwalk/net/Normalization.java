package org.sgdwalk.net;

/** Which statistics batch norm uses in a forward pass; a network without batch norm ignores it. */
public sealed interface Normalization {
  /** Train mode: mean and biased variance of the chunk. */
  Normalization TRAIN = new OfChunk();

  /** Eval mode: the given running statistics, as from {@link RunningStatistics}. */
  static Normalization eval(ParameterVector running) {
    return new Running(running);
  }

  /** The same, with statistics of its own. */
  Normalization copy();

  /** Whether both are the same statistics, to the last bit. */
  boolean isSame(Normalization other);

  /** Train mode. */
  record OfChunk() implements Normalization {
    @Override
    public OfChunk copy() {
      return this;
    }

    @Override
    public boolean isSame(Normalization other) {
      return other instanceof OfChunk;
    }
  }

  /**
   * Eval mode.
   *
   * @param statistics running means and variances in the network's order
   */
  record Running(ParameterVector statistics) implements Normalization {
    @Override
    public Running copy() {
      return new Running(statistics.copy());
    }

    @Override
    public boolean isSame(Normalization other) {
      return other instanceof Running running && statistics.hasComponentsOf(running.statistics);
    }
  }
}
