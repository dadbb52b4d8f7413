package org.sgdwalk.train;

import org.hipparchus.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.OptimizerSpec;

/**
 * The full gradient plus noise that is the same in every direction, N(0, deviation^2 I). Its
 * variance is measured at the run's start when it is first drawn: a run that goes on behind its
 * noisy phase measures nothing.
 */
final class IsotropicNoise implements UpdateRule {
  private final OptimizerSpec.GdNoise noise;
  private final LossSurface surface;
  private final ParameterVector start;
  private final RandomGenerator random;
  private @Nullable Double deviation;

  /**
   * Noise of a phase.
   *
   * @param start theta_0, at which the variance is measured
   * @param random gives a seed for the vector of each update
   */
  IsotropicNoise(
      OptimizerSpec.GdNoise noise,
      LossSurface surface,
      ParameterVector start,
      RandomGenerator random) {
    this.noise = noise;
    this.surface = surface;
    this.start = start;
    this.random = random;
  }

  @Override
  public Gradient gradient(ParameterVector theta) {
    if (deviation == null) {
      double largest = surface.gradientVariance(start, noise.varianceBatch()).largest();
      deviation = noise.noiseStd().of(noise.factor() * largest);
    }
    Gradient gradient = surface.fullGradient(theta);
    gradient.vector().addScaled(deviation, surface.normal(random.nextLong()));
    return gradient;
  }
}
