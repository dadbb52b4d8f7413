package org.sgdwalk.probe;

import java.util.List;
import java.util.stream.IntStream;
import org.sgdwalk.stats.Quadrature;

/**
 * Stochastic Lanczos quadrature: the rules from which {@link org.sgdwalk.stats.SpectralDensity}
 * makes a density of eigenvalues.
 */
public final class LanczosQuadrature {
  private LanczosQuadrature() {}

  /**
   * One rule a random start vector.
   *
   * @param probes start vectors, at least 1
   * @param steps products for each, at least 1; fewer where the space is invariant before
   */
  public static List<Quadrature> rules(
      LinearOperator operator, RandomDirections directions, int probes, int steps) {
    if (probes < 1 || steps < 1) {
      throw new IllegalArgumentException(
          "must have a probe and a step, got " + probes + " and " + steps);
    }
    return IntStream.range(0, probes)
        .mapToObj(probe -> rule(new KrylovSpace(operator, directions.normal()), steps))
        .toList();
  }

  private static Quadrature rule(KrylovSpace space, int steps) {
    while (space.size() < steps && !space.isInvariant()) {
      space.grow();
    }
    return space.matrix().quadrature();
  }
}
