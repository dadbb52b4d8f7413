package org.sgdwalk.net;

import java.util.Arrays;
import org.sgdwalk.spec.Precision;

/** A vector in float64. */
public final class Float64Vector extends ParameterVector {
  private final double[] values;

  /** A vector of these components; the array becomes its own. */
  public Float64Vector(double[] values) {
    this.values = values;
  }

  /** The components: its own memory, no copy. */
  public double[] values() {
    return values;
  }

  private double[] valuesOf(ParameterVector other) {
    requireSameSpace(other);
    return ((Float64Vector) other).values;
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
    return Precision.FLOAT64;
  }

  @Override
  public ParameterVector copy() {
    return new Float64Vector(values.clone());
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
    double[] added = valuesOf(other);
    for (int i = 0; i < values.length; i++) {
      values[i] += factor * added[i];
    }
    return this;
  }

  @Override
  public ParameterVector scale(double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
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
    double[] start = ((Float64Vector) (a == 1 ? to : from)).values;
    double[] end = ((Float64Vector) (a == 0 ? from : to)).values;
    for (int i = 0; i < values.length; i++) {
      double begin = start[first + i];
      double way = a * (end[first + i] - begin);
      double nearest = begin + way;
      values[i] = rounding == Rounding.NEAREST ? nearest : other(nearest, way - (nearest - begin));
    }
    return this;
  }

  private static double other(double nearest, double rest) {
    return rest > 0 ? Math.nextUp(nearest) : rest < 0 ? Math.nextDown(nearest) : nearest;
  }

  @Override
  public double largest() {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  @Override
  protected double largestMagnitude() {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Override
  protected boolean hasSafeSquares() {
    return false;
  }

  @Override
  protected double dot(double scale, ParameterVector other, double otherScale) {
    return FourSums.ofProducts(values, scale, valuesOf(other), otherScale);
  }

  @Override
  public double[] toArray() {
    return values.clone();
  }
}
