package org.sgdwalk.net;

import java.util.Arrays;
import org.sgdwalk.spec.Precision;

/** A vector in float32. Its sums are in float64, where squares of its components are safe. */
public final class Float32Vector extends ParameterVector {
  private final float[] values;

  /** A vector of these components; the array becomes its own. */
  public Float32Vector(float[] values) {
    this.values = values;
  }

  static Float32Vector rounded(double[] components) {
    float[] values = new float[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) components[i];
    }
    return new Float32Vector(values);
  }

  /** The components: its own memory, no copy. */
  public float[] values() {
    return values;
  }

  private float[] valuesOf(ParameterVector other) {
    requireSameSpace(other);
    return ((Float32Vector) other).values;
  }

  @Override
  public boolean hasComponentsOf(ParameterVector other) {
    return Arrays.equals(values, valuesOf(other));
  }

  @Override
  public long dimension() {
    return values.length;
  }

  @Override
  public Precision precision() {
    return Precision.FLOAT32;
  }

  @Override
  public ParameterVector copy() {
    return new Float32Vector(values.clone());
  }

  @Override
  protected ParameterVector withComponents(double[] components) {
    return ParameterVector.of(precision(), components);
  }

  @Override
  public ParameterVector assign(ParameterVector other) {
    System.arraycopy(valuesOf(other), 0, values, 0, values.length);
    return this;
  }

  @Override
  public ParameterVector addScaled(double factor, ParameterVector other) {
    float[] added = valuesOf(other);
    float single = (float) factor;
    for (int i = 0; i < values.length; i++) {
      values[i] += single * added[i];
    }
    return this;
  }

  @Override
  public ParameterVector scale(double factor) {
    float single = (float) factor;
    for (int i = 0; i < values.length; i++) {
      values[i] *= single;
    }
    return this;
  }

  @Override
  public ParameterVector square() {
    for (int i = 0; i < values.length; i++) {
      values[i] *= values[i];
    }
    return this;
  }

  @Override
  public ParameterVector between(
      ParameterVector from, ParameterVector to, double a, Rounding rounding, int first) {
    requirePartOf(from, to, first);
    float[] start = ((Float32Vector) (a == 1 ? to : from)).values;
    float[] end = ((Float32Vector) (a == 0 ? from : to)).values;
    if (rounding == Rounding.NEAREST) {
      nearest(start, end, (float) a, first);
    } else {
      other(start, end, a, first);
    }
    return this;
  }

  /** In float32 throughout, for which processors have wide registers. */
  private void nearest(float[] start, float[] end, float a, int first) {
    for (int i = 0; i < values.length; i++) {
      values[i] = start[first + i] + a * (end[first + i] - start[first + i]);
    }
  }

  private void other(float[] start, float[] end, double a, int first) {
    for (int i = 0; i < values.length; i++) {
      float from = start[first + i];
      values[i] = other(from + a * ((double) end[first + i] - from));
    }
  }

  private static float other(double exact) {
    float nearest = (float) exact;
    return exact > nearest
        ? Math.nextUp(nearest)
        : exact < nearest ? Math.nextDown(nearest) : nearest;
  }

  @Override
  public double largest() {
    float largest = values.length == 0 ? Float.NaN : values[0];
    for (float value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  @Override
  protected double largestMagnitude() {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Override
  protected boolean hasSafeSquares() {
    return true;
  }

  @Override
  protected double dot(double scale, ParameterVector other, double otherScale) {
    return FourSums.ofProducts(values, valuesOf(other));
  }

  /** The norm of the difference as a vector in float32, which is not made. */
  @Override
  public double distance(ParameterVector other) {
    return Math.sqrt(FourSums.ofSquaredDifferences(values, valuesOf(other)));
  }

  @Override
  public double[] toArray() {
    double[] copy = new double[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i];
    }
    return copy;
  }
}
