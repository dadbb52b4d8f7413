package org.sgdwalk.train;

import org.hipparchus.random.RandomGenerator;
import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.OptimizerSpec;

/** The full gradient plus noise that is the same in every direction, N(0, deviation^2 I). */
final class IsotropicNoise implements UpdateRule {
  private final LossSurface surface;
  private final double deviation;
  private final RandomGenerator random;

  private IsotropicNoise(LossSurface surface, double deviation, RandomGenerator random) {
    this.surface = surface;
    this.deviation = deviation;
    this.random = random;
  }

  /**
   * Noise whose variance is measured at the run's start.
   *
   * @param random gives a seed for the vector of each update
   */
  static UpdateRule measured(
      OptimizerSpec.GdNoise noise,
      LossSurface surface,
      ParameterVector start,
      RandomGenerator random) {
    double largest = surface.gradientVariance(start, noise.varianceBatch()).largest();
    return new IsotropicNoise(surface, noise.noiseStd().of(noise.factor() * largest), random);
  }

  @Override
  public Gradient gradient(ParameterVector theta) {
    Gradient gradient = surface.fullGradient(theta);
    gradient.vector().addScaled(deviation, surface.normal(random.nextLong()));
    return gradient;
  }
}
