package org.sgdwalk.trace;

import java.util.List;

/**
 * What a run left behind.
 *
 * @param manifest what was run and how it ended
 * @param steps one row an update, in order
 * @param epochs one row an evaluated epoch, in order, epoch 0 first
 */
public record Trace(Manifest manifest, List<StepRow> steps, List<EpochRow> epochs) {
  /** Copies the lists. */
  public Trace {
    steps = List.copyOf(steps);
    epochs = List.copyOf(epochs);
  }

  /** Whether every planned update was made. */
  public boolean isComplete() {
    return manifest.status() instanceof Status.Complete;
  }
}
