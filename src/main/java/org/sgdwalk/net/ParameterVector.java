package org.sgdwalk.net;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A vector in the space of trainable parameters: theta, a gradient, a direction. It lives where the
 * backend computes; only scalars come back, unless {@link #toArray()} is called.
 *
 * <p>Mutable; operations that name no result work in place. Two vectors can be combined only when
 * they have the same dimension and precision.
 */
public final class ParameterVector {
  private final INDArray values;

  ParameterVector(INDArray values) {
    this.values = values;
  }

  static ParameterVector zeros(DataType type, long dimension) {
    return new ParameterVector(Nd4j.zeros(type, dimension));
  }

  static ParameterVector of(DataType type, double[] values) {
    return new ParameterVector(Nd4j.createFromArray(values).castTo(type));
  }

  /** Independent standard normal components, drawn where the backend computes. */
  static ParameterVector normal(DataType type, long dimension, long seed) {
    INDArray components = Nd4j.createUninitialized(type, dimension);
    // Its close() does nothing; ND4J frees its few bytes with the object.
    Random random = Nd4j.getRandomFactory().getNewRandomInstance(seed);
    Nd4j.getExecutioner().exec(new GaussianDistribution(components, 0.0, 1.0), random);
    return new ParameterVector(components);
  }

  /** The backend's array, shape [dimension]. */
  INDArray array() {
    return values;
  }

  /** Number of components; 0 for the running statistics of a network without batch norm. */
  public long dimension() {
    return values.isEmpty() ? 0 : values.length();
  }

  /** Whether components are float64, rather than float32. */
  public boolean isDoublePrecision() {
    return values.dataType() == DataType.DOUBLE;
  }

  /** An independent copy. */
  public ParameterVector copy() {
    return new ParameterVector(values.dup());
  }

  /** Adds {@code factor * other} in place and returns this. */
  public ParameterVector addScaled(double factor, ParameterVector other) {
    if (dimension() > 0) {
      Nd4j.getBlasWrapper().axpy((Number) factor, other.values, values);
    }
    return this;
  }

  /** Multiplies by {@code factor} in place and returns this. */
  public ParameterVector scale(double factor) {
    if (dimension() > 0) {
      values.muli(factor);
    }
    return this;
  }

  /** Squares every component in place and returns this. */
  public ParameterVector square() {
    if (dimension() > 0) {
      values.muli(values);
    }
    return this;
  }

  /** The largest component; NaN for none. */
  public double largest() {
    return dimension() == 0 ? Double.NaN : values.maxNumber().doubleValue();
  }

  /** Inner product. */
  public double dot(ParameterVector other) {
    return dimension() == 0 ? 0 : Nd4j.getBlasWrapper().dot(values, other.values);
  }

  /** Euclidean norm. */
  public double norm() {
    return Math.sqrt(dot(this));
  }

  /** Euclidean norm of the difference. */
  public double distance(ParameterVector other) {
    return copy().addScaled(-1, other).norm();
  }

  /** The components, copied to the host. */
  public double[] toArray() {
    return dimension() == 0 ? new double[0] : values.toDoubleVector();
  }
}
