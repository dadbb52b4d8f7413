package org.sgdwalk.probe;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.StatUtils;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;

/**
 * C = 1/N sum g_i g_i' - gbar gbar' at one theta (section 4), as far as numbers say it: C itself
 * has P x P entries.
 *
 * @param trace tr C, the mean squared deviation of an example's gradient from the mean
 * @param largestVariance largest entry of C's diagonal
 * @param along u' C u for each direction u asked for, in that order
 */
public record GradientCovariance(double trace, double largestVariance, List<Double> along) {
  private static final int TOGETHER = 32;

  /** Copies the list. */
  public GradientCovariance {
    along = List.copyOf(along);
  }

  /**
   * Measures at theta: a backward pass of each example, and the slopes of all along each direction.
   *
   * @param surface without batch norm
   * @param directions unit vectors
   * @throws IllegalStateException for a network with batch norm
   */
  public static GradientCovariance at(
      LossSurface surface, ParameterVector theta, List<ParameterVector> directions) {
    Sums sums = new Sums(surface.fullGradient(theta).vector());
    surface.exampleGradients(theta, sums::add);
    return new GradientCovariance(
        sums.norms / sums.examples,
        sums.squares.largest() / sums.examples,
        variances(surface, theta, directions));
  }

  /** Some directions at a time: their slopes are a number an example each. */
  private static List<Double> variances(
      LossSurface surface, ParameterVector theta, List<ParameterVector> directions) {
    List<Double> variances = new ArrayList<>();
    for (int i = 0; i < directions.size(); i += TOGETHER) {
      int end = Math.min(i + TOGETHER, directions.size());
      for (double[] slopes : surface.exampleSlopes(theta, directions.subList(i, end))) {
        variances.add(StatUtils.populationVariance(slopes));
      }
    }
    return variances;
  }

  /**
   * Sums over deviations from the mean: sums of raw squares would lose their digits in the
   * difference.
   */
  private static final class Sums {
    private final ParameterVector mean;
    private final ParameterVector squares;
    private double norms;
    private int examples;

    Sums(ParameterVector mean) {
      this.mean = mean;
      this.squares = mean.copy().scale(0);
    }

    /** In the gradient's own memory: new memory of its size would cost as much as its pass. */
    void add(ParameterVector gradient) {
      ParameterVector deviation = gradient.addScaled(-1, mean);
      examples++;
      norms += deviation.dot(deviation);
      squares.addScaled(1, deviation.square());
    }
  }
}
