package org.sgdwalk.probe;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.QuadraticSurface;
import org.sgdwalk.spec.SeedStreams;

/** A matrix with a known spectrum and random eigenvectors, as an operator on a surface's space. */
final class SymmetricMatrix implements LinearOperator {
  private final double[] eigenvalues;
  private final RealMatrix matrix;
  private final LossSurface space;
  private int products;

  SymmetricMatrix(double[] eigenvalues, long seed) {
    this.eigenvalues = eigenvalues.clone();
    int n = eigenvalues.length;
    RandomGenerator random = new Well19937c(seed);
    RealMatrix gaussian = MatrixUtils.createRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        gaussian.setEntry(i, j, random.nextGaussian());
      }
    }
    RealMatrix q = new QRDecomposition(gaussian).getQ();
    matrix = q.multiply(MatrixUtils.createRealDiagonalMatrix(eigenvalues)).multiplyTransposed(q);
    space = new QuadraticSurface(new double[n]);
  }

  @Override
  public ParameterVector times(ParameterVector v) {
    products++;
    return space.vector(matrix.operate(v.toArray()));
  }

  RealMatrix matrix() {
    return matrix;
  }

  int products() {
    return products;
  }

  RandomDirections directions(long seed) {
    return new RandomDirections(space, SeedStreams.stream(seed, SeedStreams.DIRECTIONS));
  }

  /** Eigenvalues, the largest magnitude first. */
  double[] byMagnitude() {
    return Arrays.stream(eigenvalues)
        .boxed()
        .sorted((one, other) -> Double.compare(Math.abs(other), Math.abs(one)))
        .mapToDouble(x -> x)
        .toArray();
  }

  /** The largest magnitude. */
  double norm() {
    return Math.abs(byMagnitude()[0]);
  }
}
