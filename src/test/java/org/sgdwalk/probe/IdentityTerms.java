package org.sgdwalk.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;

/**
 * The terms of H = C + gbar gbar' - 1/N sum (1/p_i) d2p_i/dtheta2 (appendix D), P x P, each by
 * itself: H by the engine's products, C and gbar by its per-example gradients, the last by jets of
 * the probabilities.
 *
 * @param hessian H by the engine
 * @param exactHessian H by jets of the loss
 * @param covariance C
 * @param meanProduct gbar gbar'
 * @param residual 1/N sum (1/p_i) d2p_i/dtheta2
 * @param largestMiss largest 1 - p_i
 */
record IdentityTerms(
    RealMatrix hessian,
    RealMatrix exactHessian,
    RealMatrix covariance,
    RealMatrix meanProduct,
    RealMatrix residual,
    double largestMiss) {

  static IdentityTerms at(TinyProblem problem, double[] theta) {
    JetMlp network = new JetMlp(problem.widths(), theta);
    int dimension = theta.length;
    RealMatrix exact = MatrixUtils.createRealMatrix(dimension, dimension);
    RealMatrix residual = MatrixUtils.createRealMatrix(dimension, dimension);
    double miss = 0;
    for (int i = 0; i < problem.examples(); i++) {
      Jet loss = network.loss(problem.input(i), problem.labels().get(i));
      Jet p = network.probability(problem.input(i), problem.labels().get(i));
      double share = 1.0 / problem.examples();
      exact = exact.add(matrix(loss.hessian()).scalarMultiply(share));
      residual = residual.add(matrix(p.hessian()).scalarMultiply(share / p.value()));
      miss = Math.max(miss, -Math.expm1(-loss.value()));
    }
    try (LossSurface surface = problem.surface(2)) {
      ParameterVector at = surface.vector(theta);
      List<RealVector> gradients = new ArrayList<>();
      surface.exampleGradients(
          at, gradient -> gradients.add(MatrixUtils.createRealVector(gradient.toArray())));
      RealVector mean = mean(gradients);
      return new IdentityTerms(
          hessian(surface, at),
          exact,
          covariance(gradients, mean),
          mean.outerProduct(mean),
          residual,
          miss);
    }
  }

  /** C + gbar gbar' - residual, which appendix D says is H. */
  RealMatrix sum() {
    return covariance.add(meanProduct).subtract(residual);
  }

  private static RealMatrix hessian(LossSurface surface, ParameterVector at) {
    int dimension = Math.toIntExact(surface.dimension());
    RealMatrix columns = MatrixUtils.createRealMatrix(dimension, dimension);
    for (int j = 0; j < dimension; j++) {
      double[] unit = new double[dimension];
      unit[j] = 1;
      columns.setColumn(j, surface.hessianVector(at, surface.vector(unit)).toArray());
    }
    return columns;
  }

  private static RealMatrix covariance(List<RealVector> gradients, RealVector mean) {
    RealMatrix sum = MatrixUtils.createRealMatrix(mean.getDimension(), mean.getDimension());
    for (RealVector gradient : gradients) {
      RealVector deviation = gradient.subtract(mean);
      sum = sum.add(deviation.outerProduct(deviation));
    }
    return sum.scalarMultiply(1.0 / gradients.size());
  }

  private static RealVector mean(List<RealVector> gradients) {
    return gradients.stream().reduce(RealVector::add).orElseThrow().mapDivide(gradients.size());
  }

  private static RealMatrix matrix(double[][] rows) {
    return MatrixUtils.createRealMatrix(rows);
  }

  /** Largest magnitude of an entry. */
  static double size(RealMatrix matrix) {
    return Arrays.stream(matrix.getData())
        .flatMapToDouble(Arrays::stream)
        .map(Math::abs)
        .max()
        .orElseThrow();
  }
}
