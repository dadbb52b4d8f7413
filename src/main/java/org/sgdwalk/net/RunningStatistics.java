package org.sgdwalk.net;

/**
 * Exponential averages of batch norm's means and variances along a run. They belong to the state of
 * training but are no part of theta.
 */
public final class RunningStatistics {
  /** Weight of the old value at an update: the default of PyTorch (momentum 0.1) and of DL4J. */
  static final double DECAY = 0.9;

  private final ParameterVector values;

  RunningStatistics(ParameterVector initial) {
    this.values = initial;
  }

  /**
   * Statistics of the same network and precision.
   *
   * @param components means and variances in the order of {@link LossSurface#statistics}
   */
  public RunningStatistics withComponents(double[] components) {
    if (components.length != values.dimension()) {
      throw new IllegalArgumentException(
          "the running statistics have "
              + values.dimension()
              + " components, got "
              + components.length);
    }
    return new RunningStatistics(values.withComponents(components));
  }

  /** The current values; not to be changed. */
  public ParameterVector components() {
    return values;
  }

  /** An independent copy. */
  public RunningStatistics copy() {
    return new RunningStatistics(values.copy());
  }

  /** Takes in what one update's batch norm saw. */
  public void update(ParameterVector batchStatistics) {
    values.scale(DECAY).addScaled(1 - DECAY, batchStatistics);
  }

  /** The current values as an eval mode; a snapshot. */
  public Normalization evalMode() {
    return Normalization.eval(values.copy());
  }
}
