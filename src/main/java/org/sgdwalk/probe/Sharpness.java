package org.sgdwalk.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.stats.SpectralDensity;
import org.sgdwalk.stats.TraceEstimate;

/**
 * The Hessian of L at one theta.
 *
 * @param pairs eigenpairs of largest magnitude, the largest first, at least one
 * @param trace its trace, or null where not asked for
 * @param density the density of its eigenvalues, or null where not asked for
 */
public record Sharpness(
    List<Eigenpair> pairs, @Nullable TraceEstimate trace, @Nullable SpectralDensity density) {
  /** Copies the list. */
  public Sharpness {
    pairs = List.copyOf(pairs);
  }

  /** The pair of largest magnitude, whose magnitude is the spectral norm. */
  public Eigenpair largest() {
    return pairs.get(0);
  }
}
