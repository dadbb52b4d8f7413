package org.sgdwalk.probe;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.stats.RitzPair;

/**
 * Eigenvalues of largest magnitude of a symmetric operator by the Lanczos method. Power iteration,
 * which the paper used, needs hundreds of products where two eigenvalues have nearly the same
 * magnitude; here the largest and the smallest converge together.
 *
 * <p>Like every method that sees products alone, it cannot find an eigenvector at right angles to
 * its random start, which has probability 0.
 */
public final class Lanczos {
  private final LinearOperator operator;
  private final Supplier<ParameterVector> directions;

  /**
   * An iteration on an operator.
   *
   * @param directions random start vectors: the first, and another where a space turns out to be
   *     invariant too early
   */
  public Lanczos(LinearOperator operator, Supplier<ParameterVector> directions) {
    this.operator = operator;
    this.directions = directions;
  }

  /**
   * The eigenvalue of largest magnitude: its magnitude is the spectral norm.
   *
   * @param tolerance largest residual, relative to the value's magnitude, above 0
   * @param maxProducts products after which it stops, converged or not; the residual shows which
   */
  public Eigenpair largest(double tolerance, int maxProducts) {
    return top(1, tolerance, maxProducts).get(0);
  }

  /**
   * The k eigenvalues of largest magnitude, the largest first. Equal ones count once, as one Krylov
   * space cannot tell them apart, unless there are fewer than k different ones.
   *
   * @param k how many, at least 1
   * @param tolerance largest residual, relative to the largest magnitude, above 0
   * @param maxProducts products after which it stops, at least k; the residuals show how far it got
   * @return k pairs, fewer only where the whole space has fewer dimensions
   */
  public List<Eigenpair> top(int k, double tolerance, int maxProducts) {
    return extremes(k, tolerance, maxProducts).pairs();
  }

  /**
   * The k eigenvalues of largest magnitude, as {@link #top} has them, and the largest positive one,
   * which at the start of training often is not the first: of it too the residual is to be small
   * against the largest magnitude.
   *
   * <p>Each residual is taken of the product with the vector that is returned, one more product:
   * what the iteration itself knows of it supposes exact arithmetic.
   *
   * @param k how many, at least 1
   * @param tolerance largest residual, relative to the largest magnitude, above 0
   * @param maxProducts products after which the iteration stops, at least k
   */
  public Extremes extremes(int k, double tolerance, int maxProducts) {
    if (k < 1 || maxProducts < k || !(tolerance > 0)) {
      throw new IllegalArgumentException(
          "must be 1 <= k <= maxProducts and tolerance > 0, got %s, %s, %s"
              .formatted(k, maxProducts, tolerance));
    }
    KrylovSpace space = new KrylovSpace(operator, directions.get());
    List<RitzPair> pairs;
    do {
      space.grow();
      pairs = space.matrix().ritzPairs(space.lastBeta());
    } while (space.size() < maxProducts && !isDone(space, pairs, k, tolerance));
    return verified(space, pairs, k);
  }

  private Extremes verified(KrylovSpace space, List<RitzPair> pairs, int k) {
    List<Eigenpair> top = pairs.stream().limit(k).map(pair -> verified(space, pair)).toList();
    int positive = indexOfPositive(pairs);
    if (positive < 0) {
      return new Extremes(top, null, space.size() + top.size());
    }
    return positive < top.size()
        ? new Extremes(top, top.get(positive), space.size() + top.size())
        : new Extremes(top, verified(space, pairs.get(positive)), space.size() + top.size() + 1);
  }

  /** The first of them: they come by magnitude. */
  private static int indexOfPositive(List<RitzPair> pairs) {
    return IntStream.range(0, pairs.size())
        .filter(i -> pairs.get(i).value() > 0)
        .findFirst()
        .orElse(-1);
  }

  private Eigenpair verified(KrylovSpace space, RitzPair pair) {
    ParameterVector vector = space.vector(pair.coordinates());
    double residual = operator.times(vector).addScaled(-pair.value(), vector).norm();
    return new Eigenpair(pair.value(), vector, residual, space.size());
  }

  private boolean isDone(KrylovSpace space, List<RitzPair> pairs, int k, double tolerance) {
    if (space.isWhole()) {
      return true;
    }
    if (space.isInvariant() && space.size() < k) {
      space.restart(directions.get());
      return false;
    }
    return space.isInvariant() || isSettled(pairs, k, tolerance);
  }

  /**
   * Whether the first k residuals are small and no other pair may still overtake them: Ritz values
   * move outwards as the space grows, so the outermost of the others on either side are asked.
   */
  private static boolean isSettled(List<RitzPair> pairs, int k, double tolerance) {
    double allowed = tolerance * Math.abs(pairs.get(0).value());
    if (pairs.size() < k
        || pairs.subList(0, k).stream().anyMatch(pair -> pair.residual() > allowed)) {
      return false;
    }
    int positive = indexOfPositive(pairs);
    if (positive >= k && pairs.get(positive).residual() > allowed) {
      return false;
    }
    double least = Math.abs(pairs.get(k - 1).value()) + allowed;
    List<RitzPair> others = pairs.subList(k, pairs.size());
    return List.of(1, -1).stream()
        .flatMap(
            sign -> others.stream().filter(pair -> sign * pair.value() > 0).findFirst().stream())
        .allMatch(pair -> Math.abs(pair.value()) + pair.residual() <= least);
  }
}
