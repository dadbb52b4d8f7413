package org.sgdwalk.net;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.spec.Precision;

/**
 * L(theta) = 1/2 sum d_i theta_i^2 in float64: a surface whose walks are known in closed form. The
 * examples of a batch do not matter; theta starts at ones.
 */
public final class QuadraticSurface extends SurfaceWithoutExamples {
  private static final Precision TYPE = Precision.FLOAT64;

  private final double[] diagonal;
  private int evaluations;

  /** A surface with this Hessian's diagonal. */
  public QuadraticSurface(double... diagonal) {
    this.diagonal = diagonal.clone();
  }

  /** How many losses have been computed. */
  public int evaluations() {
    return evaluations;
  }

  /** The loss in closed form. */
  public double loss(double... theta) {
    double sum = 0;
    for (int i = 0; i < diagonal.length; i++) {
      sum += diagonal[i] * theta[i] * theta[i] / 2;
    }
    return sum;
  }

  @Override
  public long dimension() {
    return diagonal.length;
  }

  @Override
  public long operationsPerExample() {
    return 2L * diagonal.length;
  }

  @Override
  public ParameterVector initialTheta(RandomGenerator random) {
    double[] ones = new double[diagonal.length];
    Arrays.fill(ones, 1);
    return vector(ones);
  }

  @Override
  public ParameterVector vector(double[] components) {
    return ParameterVector.of(TYPE, components);
  }

  @Override
  public ParameterVector normal(long seed) {
    return ParameterVector.normal(TYPE, diagonal.length, seed);
  }

  /** As if there were examples: a variance of 4 for the first parameter, 1 for the others. */
  @Override
  public ParameterVector gradientVariance(ParameterVector theta, int batch) {
    double[] variances = new double[diagonal.length];
    Arrays.setAll(variances, i -> (i == 0 ? 4.0 : 1.0) / batch);
    return vector(variances);
  }

  @Override
  public RunningStatistics initialStatistics() {
    return new RunningStatistics(noStatistics());
  }

  private static ParameterVector noStatistics() {
    return ParameterVector.of(TYPE, new double[] {0});
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples, List<CropFlip> views) {
    throw new UnsupportedOperationException("there are no images to see in views");
  }

  @Override
  public Gradient fullGradient(ParameterVector theta) {
    double[] gradient = theta.toArray();
    double loss = loss(gradient);
    Arrays.setAll(gradient, i -> diagonal[i] * gradient[i]);
    return new Gradient(loss, vector(gradient), noStatistics());
  }

  @Override
  public ParameterVector hessianVector(
      ParameterVector theta, ParameterVector v, Normalization normalization) {
    double[] product = v.toArray();
    Arrays.setAll(product, i -> diagonal[i] * product[i]);
    return vector(product);
  }

  @Override
  public double[] losses(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      Rounding rounding,
      int chunk,
      Normalization normalization) {
    double[] start = from.toArray();
    double[] end = to.toArray();
    evaluations += a.length;
    return Arrays.stream(a)
        .map(
            position -> {
              double[] theta = new double[start.length];
              Arrays.setAll(theta, i -> (1 - position) * start[i] + position * end[i]);
              return loss(theta);
            })
        .toArray();
  }

  @Override
  public Evaluation evaluateTraining(ParameterVector theta, Normalization normalization) {
    return new Evaluation(loss(theta.toArray()), 0);
  }
}
