package org.sgdwalk.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;

/**
 * How much more of the gradient covariance C lies along a direction than along all on average: u' C
 * u / (tr C / P), for the Hessian's first eigenvector and for random directions (section 4).
 *
 * @param covariance C; along the eigenvector first, then along the random directions
 * @param parameters number P of parameters
 */
public record NoiseAlignment(GradientCovariance covariance, long parameters) {

  /**
   * Measures at theta.
   *
   * @param sharpest the Hessian's eigenvector of largest magnitude, a unit vector
   * @param directions random directions
   * @param count how many of them, at least 1
   */
  public static NoiseAlignment at(
      LossSurface surface,
      ParameterVector theta,
      ParameterVector sharpest,
      RandomDirections directions,
      int count) {
    List<ParameterVector> units = new ArrayList<>(List.of(sharpest));
    for (int i = 0; i < count; i++) {
      ParameterVector direction = directions.normal();
      units.add(direction.scale(1 / direction.norm()));
    }
    return new NoiseAlignment(GradientCovariance.at(surface, theta, units), surface.dimension());
  }

  /** That of the eigenvector; NaN where C is 0. */
  public double ofSharpest() {
    return relative(covariance.along().get(0));
  }

  /** Mean over the random directions: 1 but for chance; NaN where C is 0. */
  public double randomMean() {
    return Arrays.stream(random()).average().orElse(Double.NaN);
  }

  /** The largest of the random directions; NaN where C is 0. */
  public double randomLargest() {
    return Arrays.stream(random()).max().orElse(Double.NaN);
  }

  private double[] random() {
    return covariance.along().stream().skip(1).mapToDouble(this::relative).toArray();
  }

  private double relative(double along) {
    return along / (covariance.trace() / parameters);
  }
}
