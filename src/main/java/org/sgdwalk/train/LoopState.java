package org.sgdwalk.train;

import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.RunningStatistics;

/**
 * Where a run is between two updates: with the start, all that its further updates hang on. The
 * vectors are the loop's own, and are read before it goes on.
 *
 * @param updates how many updates were made
 * @param theta theta after them
 * @param statistics batch norm's running statistics after them
 * @param draws where the random streams are
 */
public record LoopState(
    int updates, ParameterVector theta, RunningStatistics statistics, Draws draws) {

  /**
   * What was drawn.
   *
   * @param order place in the stream of the batch order
   * @param augment place in the stream of crops and flips
   * @param noise place in the stream of isotropic noise
   * @param examples order of the examples in the epoch of the last update; empty where its phase
   *     has no mini-batches
   * @param next how many of these the epoch has taken
   */
  @SuppressWarnings("ArrayRecordComponent") // written and read once, never compared
  public record Draws(int[] order, int[] augment, int[] noise, int[] examples, int next) {}
}
