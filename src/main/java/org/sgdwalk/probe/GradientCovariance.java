package org.sgdwalk.probe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
  /** Copies the list. */
  public GradientCovariance {
    along = List.copyOf(along);
  }

  /**
   * Measures at theta in one pass over the examples, each a backward pass of its own.
   *
   * @param surface without batch norm
   * @param directions unit vectors
   * @throws IllegalStateException for a network with batch norm
   */
  public static GradientCovariance at(
      LossSurface surface, ParameterVector theta, List<ParameterVector> directions) {
    Sums sums = new Sums(surface.fullGradient(theta).vector(), directions);
    surface.exampleGradients(theta, sums::add);
    return sums.covariance();
  }

  /**
   * Sums over deviations from the mean: sums of raw squares would lose their digits in the
   * difference.
   */
  private static final class Sums {
    private final ParameterVector mean;
    private final List<ParameterVector> directions;
    private final ParameterVector squares;
    private final List<Double> along;
    private double norms;
    private int examples;

    Sums(ParameterVector mean, List<ParameterVector> directions) {
      this.mean = mean;
      this.directions = directions;
      this.squares = mean.copy().scale(0);
      this.along = new ArrayList<>(Collections.nCopies(directions.size(), 0.0));
    }

    /** In the gradient's own memory: new memory of its size would cost as much as its pass. */
    void add(ParameterVector gradient) {
      ParameterVector deviation = gradient.addScaled(-1, mean);
      examples++;
      norms += deviation.dot(deviation);
      for (int i = 0; i < directions.size(); i++) {
        double component = deviation.dot(directions.get(i));
        along.set(i, along.get(i) + component * component);
      }
      squares.addScaled(1, deviation.square());
    }

    GradientCovariance covariance() {
      return new GradientCovariance(
          norms / examples,
          squares.largest() / examples,
          along.stream().map(sum -> sum / examples).toList());
    }
  }
}
