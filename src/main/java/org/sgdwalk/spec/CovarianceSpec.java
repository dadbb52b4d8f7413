package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The covariance C of the per-example gradients (section 4), where the Hessian is measured: its
 * size, and how much of it lies along the Hessian's first eigenvector and along random directions.
 * Only for networks without batch norm: with it the loss of one example depends on the others.
 *
 * @param directions random directions, 1 to 100,000
 */
public record CovarianceSpec(int directions) {
  /** Twenty: the largest of them is what chance gives once in twenty times. */
  private static final int DEFAULT_DIRECTIONS = 20;

  /** Checks the number. */
  public CovarianceSpec {
    Bounds.requireCount(directions, Bounds.PRODUCTS, "probes.covariance.directions");
  }

  /** With the default number of directions. */
  public static CovarianceSpec withDefaults() {
    return of(null);
  }

  @JsonCreator
  static CovarianceSpec of(@JsonProperty("directions") @Nullable Integer directions) {
    return new CovarianceSpec(orDefault(directions, DEFAULT_DIRECTIONS));
  }
}
