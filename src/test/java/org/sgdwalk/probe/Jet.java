package org.sgdwalk.probe;

import java.util.function.DoubleUnaryOperator;

/**
 * A number with its gradient and Hessian with respect to theta, carried through each operation: the
 * exact derivatives, by nothing that the engine uses.
 */
final class Jet {
  private final double value;
  private final double[] gradient;
  private final double[][] hessian;

  private Jet(double value, double[] gradient, double[][] hessian) {
    this.value = value;
    this.gradient = gradient;
    this.hessian = hessian;
  }

  static Jet constant(int dimension, double value) {
    return new Jet(value, new double[dimension], new double[dimension][dimension]);
  }

  /** The component of theta with this index. */
  static Jet variable(int dimension, int index, double value) {
    Jet jet = constant(dimension, value);
    jet.gradient[index] = 1;
    return jet;
  }

  double value() {
    return value;
  }

  double[][] hessian() {
    return hessian;
  }

  Jet plus(Jet other) {
    return combine(other, value + other.value, 1, 1, 0);
  }

  Jet times(Jet other) {
    return combine(other, value * other.value, other.value, value, 1);
  }

  Jet times(double factor) {
    return apply(x -> factor * x, x -> factor, x -> 0);
  }

  Jet exp() {
    return apply(Math::exp, Math::exp, Math::exp);
  }

  Jet log() {
    return apply(Math::log, x -> 1 / x, x -> -1 / (x * x));
  }

  Jet inverse() {
    return apply(x -> 1 / x, x -> -1 / (x * x), x -> 2 / (x * x * x));
  }

  /** On the piece that it is on. */
  Jet relu() {
    return value > 0 ? this : constant(gradient.length, 0);
  }

  /** f(x): its gradient is f' dx, its Hessian f' ddx + f'' dx dx'. */
  private Jet apply(DoubleUnaryOperator f, DoubleUnaryOperator first, DoubleUnaryOperator second) {
    double slope = first.applyAsDouble(value);
    double bend = second.applyAsDouble(value);
    Jet result = constant(gradient.length, f.applyAsDouble(value));
    for (int i = 0; i < gradient.length; i++) {
      result.gradient[i] = slope * gradient[i];
      for (int j = 0; j < gradient.length; j++) {
        result.hessian[i][j] = slope * hessian[i][j] + bend * gradient[i] * gradient[j];
      }
    }
    return result;
  }

  /** g(x, y) with derivatives gx, gy, gxy and no other. */
  private Jet combine(Jet other, double newValue, double gx, double gy, double gxy) {
    Jet result = constant(gradient.length, newValue);
    for (int i = 0; i < gradient.length; i++) {
      result.gradient[i] = gx * gradient[i] + gy * other.gradient[i];
      for (int j = 0; j < gradient.length; j++) {
        result.hessian[i][j] =
            gx * hessian[i][j]
                + gy * other.hessian[i][j]
                + gxy * (gradient[i] * other.gradient[j] + other.gradient[i] * gradient[j]);
      }
    }
    return result;
  }
}
