package org.sgdwalk.stats;

import java.util.List;

/**
 * An approximate eigenpair of a symmetric operator from k Lanczos steps: an eigenpair of T_k.
 *
 * @param value Ritz value, in the operator's unit
 * @param residual norm2 of H v - value v for the unit vector v that the coordinates make: beta_k
 *     times the magnitude of the last coordinate. An eigenvalue of H lies within it. Exact up to
 *     rounding when the basis is orthonormal and the products are exact
 * @param weight squared first coordinate, 0 to 1: the share of the start vector; the weights of all
 *     pairs add up to 1
 * @param coordinates the unit vector in the Lanczos basis, one a step
 */
public record RitzPair(double value, double residual, double weight, List<Double> coordinates) {
  /** Copies the coordinates. */
  public RitzPair {
    coordinates = List.copyOf(coordinates);
  }
}
