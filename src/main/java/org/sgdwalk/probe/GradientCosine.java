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
    double cosine = previous == null ? Double.NaN : previous.cosine(gradient);
    previous = gradient;
    return cosine;
  }

  /** The gradient that was taken last; null before the first. */
  public @Nullable ParameterVector previous() {
    return previous;
  }

  /** Goes on as if this gradient had been taken last; null for none. */
  public void goTo(@Nullable ParameterVector last) {
    previous = last;
  }
}
