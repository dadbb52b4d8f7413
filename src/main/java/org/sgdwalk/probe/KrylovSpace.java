package org.sgdwalk.probe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.stats.SymmetricTridiagonal;

/**
 * The growing space of v, H v, H^2 v, ... with an orthonormal basis, and H on it as a tridiagonal
 * matrix. Every step orthogonalises against the whole basis, twice: in floating point the
 * three-term recurrence alone loses orthogonality and then finds eigenvalues again and again. It
 * keeps one vector a step.
 */
final class KrylovSpace {
  /**
   * What is left of a product, relative to the largest alpha or beta, that is rounding alone: the
   * space is invariant. Some ten thousand times each precision's unit roundoff times the square
   * root of a few hundred steps.
   */
  private static final double NEGLIGIBLE_64 = 1e-12;

  private static final double NEGLIGIBLE_32 = 1e-5;

  private final LinearOperator operator;
  private final List<ParameterVector> basis = new ArrayList<>();
  private final List<Double> alphas = new ArrayList<>();
  private final List<Double> betas = new ArrayList<>();
  private @Nullable ParameterVector next;
  private double scale;

  /** The space before the first product; {@code start} must not be 0. */
  KrylovSpace(LinearOperator operator, ParameterVector start) {
    double norm = start.norm();
    if (!(norm > 0 && Double.isFinite(norm))) {
      throw new IllegalArgumentException("the start vector must have a length, got " + norm);
    }
    this.operator = operator;
    this.next = start.copy().scale(1 / norm);
  }

  /** Adds a dimension, at the cost of one product; not when {@link #isInvariant()}. */
  void grow() {
    if (next == null) {
      throw new IllegalStateException("an invariant space does not grow");
    }
    ParameterVector unit = next;
    basis.add(unit);
    ParameterVector rest = operator.times(unit);
    double alpha = unit.dot(rest);
    orthogonalize(rest);
    double beta = rest.norm();
    scale = Math.max(scale, Math.max(Math.abs(alpha), beta));
    boolean invariant = beta <= negligible(unit) * scale;
    alphas.add(alpha);
    betas.add(invariant ? 0 : beta);
    next = invariant ? null : rest.scale(1 / beta);
  }

  /** Whether H maps the space into itself: its Ritz values are eigenvalues. */
  boolean isInvariant() {
    return next == null;
  }

  /** Whether it is the whole space of theta. */
  boolean isWhole() {
    return size() > 0 && size() == basis.get(0).dimension();
  }

  /** Goes on from an invariant space in another direction; not when {@link #isWhole()}. */
  void restart(ParameterVector direction) {
    ParameterVector rest = direction.copy().scale(1 / direction.norm());
    orthogonalize(rest);
    next = rest.scale(1 / rest.norm());
  }

  int size() {
    return basis.size();
  }

  /** H on the space. */
  SymmetricTridiagonal matrix() {
    return new SymmetricTridiagonal(
        alphas.stream().mapToDouble(a -> a).toArray(),
        betas.stream().limit(size() - 1L).mapToDouble(b -> b).toArray());
  }

  /** Norm of what the last step left outside the space. */
  double lastBeta() {
    return betas.get(betas.size() - 1);
  }

  /** The vector with these coordinates in the basis. */
  ParameterVector vector(List<Double> coordinates) {
    ParameterVector sum = basis.get(0).copy().scale(coordinates.get(0));
    for (int i = 1; i < coordinates.size(); i++) {
      sum.addScaled(coordinates.get(i), basis.get(i));
    }
    return sum;
  }

  private void orthogonalize(ParameterVector vector) {
    for (int pass = 0; pass < 2; pass++) {
      basis.forEach(unit -> vector.addScaled(-unit.dot(vector), unit));
    }
  }

  private static double negligible(ParameterVector vector) {
    return vector.precision() == Precision.FLOAT64 ? NEGLIGIBLE_64 : NEGLIGIBLE_32;
  }
}
