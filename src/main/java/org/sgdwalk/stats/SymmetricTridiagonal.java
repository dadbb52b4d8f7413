package org.sgdwalk.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The matrix T_k that k Lanczos steps make of a symmetric operator: alpha_1 .. alpha_k on the
 * diagonal, beta_1 .. beta_{k-1} beside it. Its eigenvalues approximate the operator's, the extreme
 * ones first.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., section 10.1.
 */
public final class SymmetricTridiagonal {
  private final double[] diagonal;
  private final double[] beside;

  /**
   * A matrix of k rows.
   *
   * @param diagonal k finite numbers, k at least 1; copied
   * @param beside k - 1 finite numbers; copied
   * @throws IllegalArgumentException for other lengths, NaN or infinity
   */
  public SymmetricTridiagonal(double[] diagonal, double[] beside) {
    if (diagonal.length == 0 || beside.length != diagonal.length - 1) {
      throw new IllegalArgumentException(
          "a tridiagonal matrix has k >= 1 and k - 1 numbers, got "
              + diagonal.length
              + " and "
              + beside.length);
    }
    Finite.require(diagonal, "alpha");
    Finite.require(beside, "beta");
    this.diagonal = diagonal.clone();
    this.beside = beside.clone();
  }

  /** Number k of rows. */
  public int size() {
    return diagonal.length;
  }

  /**
   * All eigenpairs, the largest magnitude first; of equal magnitudes the positive one.
   *
   * @param next beta_k, the norm of what the k-th step left outside the basis; 0 or more
   */
  public List<RitzPair> ritzPairs(double next) {
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(diagonal, beside);
    return IntStream.range(0, size())
        .mapToObj(i -> pair(eigen.getEigenvalue(i), eigen.getEigenvector(i).toArray(), next))
        .sorted(
            Comparator.comparingDouble((RitzPair pair) -> -Math.abs(pair.value()))
                .thenComparing(pair -> -pair.value()))
        .toList();
  }

  /**
   * Gauss quadrature of the start vector's spectral measure: nodes are the eigenvalues.
   *
   * <p>Source: G. H. Golub and J. H. Welsch, Calculation of Gauss Quadrature Rules, Mathematics of
   * Computation 23 (1969).
   */
  public Quadrature quadrature() {
    List<RitzPair> pairs = ritzPairs(0);
    return new Quadrature(
        pairs.stream().map(RitzPair::value).toList(),
        pairs.stream().map(RitzPair::weight).toList());
  }

  private static RitzPair pair(double value, double[] vector, double next) {
    return new RitzPair(
        value,
        next * Math.abs(vector[vector.length - 1]),
        vector[0] * vector[0],
        Arrays.stream(vector).boxed().toList());
  }
}
