package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A density of the Hessian's eigenvalues by stochastic Lanczos quadrature; probes x steps products.
 *
 * @param probes random start vectors, 1 to 100,000
 * @param steps Lanczos steps for each, 1 to 100,000
 * @param points points of its grid, 20 to 10,000; they set its resolution too
 */
public record DensitySpec(int probes, int steps, int points) {
  /** Its curve is sure to have room for a node; more than the upper end no figure shows. */
  private static final int MIN_POINTS = 20;

  private static final int MAX_POINTS = 10_000;

  /** Checks the numbers. */
  public DensitySpec {
    Bounds.requireCount(probes, Bounds.PRODUCTS, "probes.sharpness.density.probes");
    Bounds.requireCount(steps, Bounds.PRODUCTS, "probes.sharpness.density.steps");
    require(
        points >= MIN_POINTS && points <= MAX_POINTS,
        "probes.sharpness.density.points",
        MIN_POINTS + " to " + MAX_POINTS,
        points);
  }

  /** Few products, and a grid that a figure can show. */
  @JsonCreator
  static DensitySpec of(
      @JsonProperty("probes") @Nullable Integer probes,
      @JsonProperty("steps") @Nullable Integer steps,
      @JsonProperty("points") @Nullable Integer points) {
    return new DensitySpec(orDefault(probes, 4), orDefault(steps, 40), orDefault(points, 400));
  }
}
