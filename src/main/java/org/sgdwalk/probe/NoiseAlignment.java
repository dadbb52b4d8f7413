package org.sgdwalk.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;

/**
 * How much more of the gradient covariance C lies along a direction than along all on average: u' C
 * u / (tr C / P), for the Hessian's sharp directions and for random ones (section 4).
 *
 * @param covariance C; along the sharp directions first, then along the random ones
 * @param sharp how many sharp directions there are
 * @param parameters number P of parameters
 */
public record NoiseAlignment(GradientCovariance covariance, int sharp, long parameters) {

  /**
   * Measures at theta.
   *
   * @param sharpest the Hessian's eigenvectors of largest magnitude, the largest first: unit
   *     vectors, at least one
   * @param directions random directions
   * @param count how many of them, at least 1
   */
  public static NoiseAlignment at(
      LossSurface surface,
      ParameterVector theta,
      List<ParameterVector> sharpest,
      RandomDirections directions,
      int count) {
    List<ParameterVector> units = new ArrayList<>(sharpest);
    for (int i = 0; i < count; i++) {
      ParameterVector direction = directions.normal();
      units.add(direction.scale(1 / direction.norm()));
    }
    return new NoiseAlignment(
        GradientCovariance.at(surface, theta, units), sharpest.size(), surface.dimension());
  }

  /** v' C v of a sharp direction; 0 is the sharpest. */
  public double alongSharp(int direction) {
    return covariance.along().get(Objects.checkIndex(direction, sharp));
  }

  /** Alignment of the sharpest; NaN where C is 0. */
  public double ofSharpest() {
    return relative(alongSharp(0));
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
    return covariance.along().stream().skip(sharp).mapToDouble(this::relative).toArray();
  }

  private double relative(double along) {
    return along / (covariance.trace() / parameters);
  }
}
