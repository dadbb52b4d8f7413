package org.sgdwalk.probe;

import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.ParameterVector;

/** Cosine of the angle between the gradients of consecutive updates (section 3). */
public final class GradientCosine {
  private @Nullable ParameterVector previous;

  /**
   * Takes the next gradient.
   *
   * @return its cosine with the one before, in [-1, 1]; NaN for the first, and when either is 0
   */
  public double next(ParameterVector gradient) {
    double cosine = previous == null ? Double.NaN : between(previous, gradient);
    previous = gradient;
    return cosine;
  }

  /** Cosine of the angle between two vectors, clamped to [-1, 1]; NaN when either is 0. */
  public static double between(ParameterVector one, ParameterVector other) {
    double norms = one.norm() * other.norm();
    return norms == 0 ? Double.NaN : Math.max(-1, Math.min(1, one.dot(other) / norms));
  }
}
