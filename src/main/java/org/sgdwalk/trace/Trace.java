package org.sgdwalk.trace;

import java.util.List;

/**
 * What a run left behind.
 *
 * @param manifest what was run and how it ended
 * @param steps one row an update, in order
 * @param epochs one row an evaluated epoch, in order, epoch 0 first
 * @param spectra what is known of the Hessian's spectrum beside its largest eigenvalue; empty where
 *     the run did not ask for more
 */
public record Trace(
    Manifest manifest, List<StepRow> steps, List<EpochRow> epochs, List<SpectrumRow> spectra) {
  /** Copies the lists. */
  public Trace {
    steps = List.copyOf(steps);
    epochs = List.copyOf(epochs);
    spectra = List.copyOf(spectra);
  }

  /** A trace without spectra. */
  public Trace(Manifest manifest, List<StepRow> steps, List<EpochRow> epochs) {
    this(manifest, steps, epochs, List.of());
  }

  /** Whether every planned update was made. */
  public boolean isComplete() {
    return manifest.status() instanceof Status.Complete;
  }
}
