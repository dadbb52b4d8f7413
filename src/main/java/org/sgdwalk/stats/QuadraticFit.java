package org.sgdwalk.stats;

import java.util.Arrays;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Least-squares parabola c0 + c1 a + c2 a^2 through values at uniform abscissas a from 0 to 1.
 *
 * @param rSquared R^2, 0 to 1; NaN when all values are equal
 * @param alpha where a = 1 lies on the parabola when a = 0 is at -1 and its minimum at 0: -1 - 2 c2
 *     / c1; NaN where it has no minimum (c2 is not above 0) or has it at a = 0
 */
record QuadraticFit(double rSquared, double alpha) {
  private static final QuadraticFit CONSTANT = new QuadraticFit(Double.NaN, Double.NaN);

  /** The fit of at least 3 finite values. */
  static QuadraticFit of(double[] values) {
    double min = Arrays.stream(values).min().orElseThrow();
    double max = Arrays.stream(values).max().orElseThrow();
    if (min == max) {
      return CONSTANT;
    }
    double[] y = new double[values.length];
    double[][] x = new double[values.length][];
    for (int i = 0; i < y.length; i++) {
      // Neither depends on offset and scale, their rounding error does: a section of height 1e-6 on
      // a loss of 2 would lose half its digits. Halved first, so that the range cannot overflow.
      y[i] = (values[i] / 2 - min / 2) / (max / 2 - min / 2);
      // Centred on 0, where the columns a and a^2 are orthogonal.
      double a = (double) i / (y.length - 1) - 0.5;
      x[i] = new double[] {a, a * a};
    }
    OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
    fit.newSampleData(y, x);
    double[] centred = fit.estimateRegressionParameters();
    return new QuadraticFit(
        Math.max(0, fit.calculateRSquared()), alpha(centred[1] - centred[2], centred[2]));
  }

  private static double alpha(double slopeAtStart, double curvature) {
    return curvature > 0 && slopeAtStart != 0 ? -1 - 2 * curvature / slopeAtStart : Double.NaN;
  }
}
