package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * Extreme eigenvalues of a symmetric operator that is known by its products alone. Power iteration
 * would need hundreds of them where two eigenvalues have nearly the same magnitude, as the Hessians
 * of the oracles do.
 */
final class Lanczos {
  private final UnaryOperator<ParameterVector> operator;
  private final List<ParameterVector> basis = new ArrayList<>();
  private final double[][] tridiagonal;

  private Lanczos(UnaryOperator<ParameterVector> operator, int steps) {
    this.operator = operator;
    this.tridiagonal = new double[steps][steps];
  }

  /** The eigenvalue of largest magnitude, with its sign. */
  static double largestEigenvalue(
      UnaryOperator<ParameterVector> operator, ParameterVector start, int steps) {
    Lanczos lanczos = new Lanczos(operator, steps);
    ParameterVector next = start.copy();
    for (int step = 0; step < steps; step++) {
      next = lanczos.step(step, next.scale(1 / next.norm()));
    }
    double[] eigenvalues =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(lanczos.tridiagonal))
            .getEigenvalues();
    return Arrays.stream(eigenvalues)
        .reduce(0, (one, other) -> Math.abs(one) > Math.abs(other) ? one : other);
  }

  private ParameterVector step(int step, ParameterVector unit) {
    basis.add(unit);
    ParameterVector product = operator.apply(unit);
    tridiagonal[step][step] = unit.dot(product);
    // Twice: once leaves what rounding made of the parts that cancel.
    orthogonalize(product);
    orthogonalize(product);
    if (step + 1 < tridiagonal.length) {
      tridiagonal[step][step + 1] = product.norm();
      tridiagonal[step + 1][step] = product.norm();
    }
    return product;
  }

  private void orthogonalize(ParameterVector vector) {
    basis.forEach(unit -> vector.addScaled(-unit.dot(vector), unit));
  }
}
