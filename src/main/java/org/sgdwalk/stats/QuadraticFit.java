package org.sgdwalk.stats;

import java.util.Arrays;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/** Least-squares parabola through values at uniform abscissas. */
final class QuadraticFit {
  private QuadraticFit() {}

  /** R^2 of the parabola, 0 to 1; NaN when all values are equal. At least 3 finite values. */
  static double rSquared(double[] values) {
    double min = Arrays.stream(values).min().orElseThrow();
    double max = Arrays.stream(values).max().orElseThrow();
    if (min == max) {
      return Double.NaN;
    }
    double[] y = new double[values.length];
    double[][] x = new double[values.length][];
    for (int i = 0; i < y.length; i++) {
      // R^2 does not depend on offset and scale, its rounding error does: a section of height 1e-6
      // on a loss of 2 would lose half its digits. Halved first, so that the range cannot overflow.
      y[i] = (values[i] / 2 - min / 2) / (max / 2 - min / 2);
      // Centred on 0, where the columns a and a^2 are orthogonal.
      double a = (double) i / (y.length - 1) - 0.5;
      x[i] = new double[] {a, a * a};
    }
    OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
    fit.newSampleData(y, x);
    return Math.max(0, fit.calculateRSquared());
  }
}
