package org.sgdwalk.probe;

import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;

/**
 * H v, where H is the Hessian of L at theta with batch norm in train mode (footnote 6), as a
 * central difference of full gradients: (g(theta + h u) - g(theta - h u)) / 2h |v| with u = v /
 * |v|. It costs two gradients.
 *
 * <p>Its error has two parts, one of second order in h and one of the gradients' rounding divided
 * by h. Where a ReLU switches between the two points, the difference averages over the kink.
 */
public final class HessianVectorProduct {
  /** Relative rounding of float32 and float64; the step balances both parts of the error. */
  private static final double ROUNDING_32 = 0x1p-24;

  private static final double ROUNDING_64 = 0x1p-53;

  private final LossSurface surface;
  private final ParameterVector theta;

  /** Products with the Hessian at theta, which must not change meanwhile. */
  public HessianVectorProduct(LossSurface surface, ParameterVector theta) {
    this.surface = surface;
    this.theta = theta;
  }

  /**
   * H v.
   *
   * @param v a direction of any length; the product with 0 is 0
   */
  public ParameterVector times(ParameterVector v) {
    double norm = v.norm();
    if (norm == 0) {
      return v.copy();
    }
    double h = step();
    ParameterVector product = gradientAt(h / norm, v);
    return product.addScaled(-1, gradientAt(-h / norm, v)).scale(norm / (2 * h));
  }

  private ParameterVector gradientAt(double factor, ParameterVector v) {
    return surface.fullGradient(theta.copy().addScaled(factor, v)).vector();
  }

  /** The cube root of the rounding, in units of theta's length over that of a typical direction. */
  private double step() {
    double rounding = theta.isDoublePrecision() ? ROUNDING_64 : ROUNDING_32;
    return Math.cbrt(rounding);
  }
}
