package org.sgdwalk.probe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.DensitySpec;
import org.sgdwalk.spec.SeedStreams;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.stats.SpectralDensity;
import org.sgdwalk.stats.TraceEstimate;

/**
 * What a spec asks of the Hessian of L (section 3.1, figure 3). Each measurement draws the stream
 * of directions from its start, so none depends on where else it was measured.
 */
public final class SharpnessProbe {
  private final LossSurface surface;
  private final SharpnessSpec spec;
  private final long seed;

  /** A probe for one run. */
  public SharpnessProbe(LossSurface surface, SharpnessSpec spec, long seed) {
    this.surface = surface;
    this.spec = spec;
    this.seed = seed;
  }

  /**
   * Measures at theta; empty where a product overflows, as it does shortly before divergence.
   *
   * @param evalMode the running statistics there
   */
  public Optional<Sharpness> measure(ParameterVector theta, Normalization evalMode) {
    LinearOperator hessian = hessian(theta, Normalization.TRAIN);
    RandomDirections directions = directions();
    try {
      return Optional.of(
          new Sharpness(
              new Lanczos(hessian, directions::normal)
                  .extremes(spec.topK(), spec.tolerance(), spec.maxProducts()),
              trace(hessian, directions),
              density(hessian, directions),
              spec.evalMode() ? largest(hessian(theta, evalMode)) : null));
    } catch (OverflowException e) {
      return Optional.empty();
    }
  }

  private LinearOperator hessian(ParameterVector theta, Normalization normalization) {
    return v -> finite(surface.hessianVector(theta, v, normalization));
  }

  /** From the same start as the measurement in train mode. */
  private Eigenpair largest(LinearOperator hessian) {
    return new Lanczos(hessian, directions()::normal).largest(spec.tolerance(), spec.maxProducts());
  }

  private RandomDirections directions() {
    return new RandomDirections(surface, SeedStreams.stream(seed, SeedStreams.DIRECTIONS));
  }

  private @Nullable TraceEstimate trace(LinearOperator hessian, RandomDirections directions) {
    return spec.traceProbes() == 0
        ? null
        : HutchinsonTrace.estimate(hessian, directions, spec.traceProbes());
  }

  private @Nullable SpectralDensity density(LinearOperator hessian, RandomDirections directions) {
    DensitySpec asked = spec.density();
    return asked == null
        ? null
        : SpectralDensity.of(
            LanczosQuadrature.rules(hessian, directions, asked.probes(), asked.steps()),
            asked.points());
  }

  private static ParameterVector finite(ParameterVector product) {
    if (!Double.isFinite(product.norm())) {
      throw new OverflowException();
    }
    return product;
  }

  /** Ends an iteration that has no numbers to go on with. */
  private static final class OverflowException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
