package org.sgdwalk.net.program;

import org.hipparchus.random.RandomGenerator;

/** How one component of theta is drawn at the start of a run. */
@FunctionalInterface
public interface Initial {

  /** The next value. */
  double draw(RandomGenerator random);

  /** Always the same value; takes nothing from the generator. */
  static Initial constant(double value) {
    return random -> value;
  }

  /** Uniform in +-1/sqrt(fanIn): PyTorch's default for a linear layer. */
  static Initial uniform(int fanIn) {
    return random -> (2 * random.nextDouble() - 1) / Math.sqrt(fanIn);
  }

  /** Normal with mean 0. */
  static Initial normal(double standardDeviation) {
    return random -> standardDeviation * random.nextGaussian();
  }
}
