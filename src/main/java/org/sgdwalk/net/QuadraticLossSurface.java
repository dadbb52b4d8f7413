package org.sgdwalk.net;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.random.RandomGenerator;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;

/**
 * L(theta) = 1/2 theta' H theta with a random positive definite H = Q D Q', without examples: a
 * mini-batch has the full gradient, and there is no accuracy. Walks on it are known in closed form
 * (appendix E): along an eigenvector an update multiplies theta by 1 - eta lambda.
 */
public final class QuadraticLossSurface extends SurfaceWithoutExamples {
  private final Precision precision;
  private final RealMatrix eigenvectors;
  private final double[] eigenvalues;
  private final boolean startsOnFlatToo;

  private QuadraticLossSurface(RunSpec spec, NetworkSpec.Quadratic quadratic) {
    RandomGenerator random = SeedStreams.stream(spec.seed(), SeedStreams.SURFACE);
    List<Double> flat = quadratic.flat();
    startsOnFlatToo = flat != null;
    int least = startsOnFlatToo ? 2 : 1;
    int dimension = least + random.nextInt(quadratic.maxDimension() - least + 1);
    double largest = between(quadratic.lowest(), quadratic.highest(), random);
    precision = spec.precision();
    eigenvalues = new double[dimension];
    Arrays.setAll(eigenvalues, i -> i == 0 ? largest : random.nextDouble() * largest);
    eigenvectors = orthogonal(dimension, random);
    if (flat != null) {
      eigenvalues[1] = between(flat.get(0), flat.get(1), random);
    }
  }

  private static double between(double lowest, double highest, RandomGenerator random) {
    return lowest + random.nextDouble() * (highest - lowest);
  }

  /**
   * Draws the surface of a spec from its seed.
   *
   * @throws IllegalArgumentException if the spec's network is not quadratic
   */
  public static LossSurface open(RunSpec spec) {
    if (!(spec.network() instanceof NetworkSpec.Quadratic quadratic)) {
      throw new IllegalArgumentException("not quadratic: " + spec.network());
    }
    return new QuadraticLossSurface(spec, quadratic);
  }

  /** Q of a matrix of independent normals: a uniformly random orthogonal matrix, up to signs. */
  private static RealMatrix orthogonal(int dimension, RandomGenerator random) {
    double[][] normals = new double[dimension][dimension];
    for (double[] row : normals) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return new QRDecomposition(MatrixUtils.createRealMatrix(normals)).getQ();
  }

  @Override
  public long dimension() {
    return eigenvalues.length;
  }

  @Override
  public long operationsPerExample() {
    return 2L * eigenvalues.length * eigenvalues.length;
  }

  /**
   * Along the eigenvector of the largest eigenvalue, its length log-uniform in 0.1 to 10; with a
   * flat eigenvalue as far along that one's too.
   */
  @Override
  public ParameterVector initialTheta(RandomGenerator random) {
    double length = StrictMath.pow(10, 2 * random.nextDouble() - 1);
    RealVector sharp = eigenvectors.getColumnVector(0);
    RealVector start = startsOnFlatToo ? sharp.add(eigenvectors.getColumnVector(1)) : sharp;
    return vector(start.mapMultiply(length).toArray());
  }

  @Override
  public ParameterVector vector(double[] components) {
    if (components.length != eigenvalues.length) {
      throw new IllegalArgumentException(
          "theta has " + eigenvalues.length + " components, got " + components.length);
    }
    return ParameterVector.of(precision, components);
  }

  @Override
  public ParameterVector normal(long seed) {
    return ParameterVector.normal(precision, dimension(), seed);
  }

  /** Zeros: there are no examples. */
  @Override
  public ParameterVector gradientVariance(ParameterVector theta, int batch) {
    return ParameterVector.zeros(precision, dimension());
  }

  @Override
  public RunningStatistics initialStatistics() {
    return new RunningStatistics(noStatistics());
  }

  private ParameterVector noStatistics() {
    return ParameterVector.zeros(precision, 0);
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples, List<CropFlip> views) {
    return fullGradient(theta);
  }

  @Override
  public Gradient fullGradient(ParameterVector theta) {
    double loss = loss(eigenvectors.preMultiply(theta.toArray()));
    return new Gradient(loss, hessianVector(theta, theta), noStatistics());
  }

  @Override
  public ParameterVector hessianVector(
      ParameterVector theta, ParameterVector v, Normalization normalization) {
    double[] along = eigenvectors.preMultiply(v.toArray());
    Arrays.setAll(along, i -> eigenvalues[i] * along[i]);
    return vector(eigenvectors.operate(along));
  }

  @Override
  public double[] losses(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      Rounding rounding,
      int chunk,
      Normalization normalization) {
    double[] start = eigenvectors.preMultiply(from.toArray());
    double[] end = eigenvectors.preMultiply(to.toArray());
    double[] along = new double[start.length];
    return Arrays.stream(a)
        .map(
            position -> {
              Arrays.setAll(along, i -> (1 - position) * start[i] + position * end[i]);
              return loss(along);
            })
        .toArray();
  }

  /** The loss at these coordinates along the eigenvectors. */
  private double loss(double[] along) {
    double sum = 0;
    for (int i = 0; i < along.length; i++) {
      sum += eigenvalues[i] * along[i] * along[i] / 2;
    }
    return sum;
  }

  @Override
  public Evaluation evaluateTraining(ParameterVector theta, Normalization normalization) {
    return new Evaluation(loss(eigenvectors.preMultiply(theta.toArray())), Double.NaN);
  }
}
