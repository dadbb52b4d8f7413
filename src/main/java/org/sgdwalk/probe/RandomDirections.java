package org.sgdwalk.probe;

import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;

/** Random vectors in the space of theta, one behind the other from one stream. */
public final class RandomDirections {
  private final LossSurface surface;
  private final RandomGenerator random;

  /**
   * Directions of a surface.
   *
   * @param random a stream of its own, as from {@link org.sgdwalk.spec.SeedStreams}
   */
  public RandomDirections(LossSurface surface, RandomGenerator random) {
    this.surface = surface;
    this.random = random;
  }

  /** Independent standard normal components: after scaling, uniform on the sphere. */
  public ParameterVector normal() {
    double[] components = new double[Math.toIntExact(surface.dimension())];
    Arrays.setAll(components, i -> random.nextGaussian());
    return surface.vector(components);
  }

  /** Rademacher: independent components, 1 or -1 with probability 1/2. */
  public ParameterVector signs() {
    double[] components = new double[Math.toIntExact(surface.dimension())];
    Arrays.setAll(components, i -> random.nextBoolean() ? 1 : -1);
    return surface.vector(components);
  }
}
