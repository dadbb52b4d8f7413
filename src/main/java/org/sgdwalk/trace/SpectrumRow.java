package org.sgdwalk.trace;

/**
 * A row of {@code spectra.csv}: an eigenvalue of the Hessian with its residual, or a point of the
 * density of its eigenvalues.
 *
 * @param epoch epoch at whose end it was measured; 0 is before training
 * @param step number of updates made
 * @param eigenvalue an eigenvalue, or a place where the density is given
 * @param residual norm2 of H v - eigenvalue v for the unit vector found; NaN for a density's point
 * @param density density there, its integral being 1; NaN for an eigenvalue
 * @param noise v' C v for that vector, C being the covariance of the per-example gradients; NaN for
 *     a density's point and where C was not asked for
 */
public record SpectrumRow(
    int epoch, int step, double eigenvalue, double residual, double density, double noise) {
  /** Checks that it is one of the two. */
  public SpectrumRow {
    if (Double.isNaN(residual) == Double.isNaN(density)) {
      throw new TraceException(
          "a row of spectra has a residual or a density, got " + residual + " and " + density);
    }
    if (noise < 0) {
      throw new TraceException("a variance must be 0 or more, got " + noise);
    }
    if (Double.isNaN(residual) && !Double.isNaN(noise)) {
      throw new TraceException("a density's point has no noise along a vector, got " + noise);
    }
  }

  /** Without the covariance. */
  public SpectrumRow(int epoch, int step, double eigenvalue, double residual, double density) {
    this(epoch, step, eigenvalue, residual, density, Double.NaN);
  }
}
