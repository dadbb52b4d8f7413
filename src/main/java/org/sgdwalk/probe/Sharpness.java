package org.sgdwalk.probe;

import org.jspecify.annotations.Nullable;
import org.sgdwalk.stats.SpectralDensity;
import org.sgdwalk.stats.TraceEstimate;

/**
 * The Hessian of L at one theta.
 *
 * @param extremes the ends of its spectrum
 * @param trace its trace, or null where not asked for
 * @param density the density of its eigenvalues, or null where not asked for
 * @param evalMode the pair of largest magnitude with batch norm in eval mode, or null where not
 *     asked for
 */
public record Sharpness(
    Extremes extremes,
    @Nullable TraceEstimate trace,
    @Nullable SpectralDensity density,
    @Nullable Eigenpair evalMode) {
  /** The pair of largest magnitude, whose magnitude is the spectral norm. */
  public Eigenpair largest() {
    return extremes.pairs().get(0);
  }
}
