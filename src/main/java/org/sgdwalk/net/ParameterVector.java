package org.sgdwalk.net;

import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.sgdwalk.spec.Precision;

/**
 * A vector in the space of trainable parameters: theta, a gradient, a direction. On a CPU it lies
 * on the heap, in its own precision; engines copy it to where they compute. So its sums have the
 * same digits with every engine, and no engine has to be there for a surface that needs none. On a
 * device with memory of its own it lies there ({@link DeviceVector}).
 *
 * <p>Mutable; operations that name no result work in place. Two vectors can be combined only when
 * they have the same dimension and precision.
 */
public abstract sealed class ParameterVector permits Float32Vector, Float64Vector, DeviceVector {

  /** Sums of squares between these have lost nothing: no square that counts has vanished. */
  private static final double SMALLEST_PLAIN = 0x1p-900;

  private static final double LARGEST_PLAIN = 0x1p1000;

  ParameterVector() {}

  /** A vector of zeros. */
  public static ParameterVector zeros(Precision precision, long dimension) {
    int length = Math.toIntExact(dimension);
    return precision == Precision.FLOAT64
        ? new Float64Vector(new double[length])
        : new Float32Vector(new float[length]);
  }

  /** A vector with the given components, rounded to the precision. */
  public static ParameterVector of(Precision precision, double[] components) {
    return precision == Precision.FLOAT64
        ? new Float64Vector(components.clone())
        : Float32Vector.rounded(components);
  }

  /** Independent standard normal components; the same seed gives the same ones. */
  static ParameterVector normal(Precision precision, long dimension, long seed) {
    RandomGenerator random = new Well19937c(seed);
    double[] components = new double[Math.toIntExact(dimension)];
    Arrays.setAll(components, i -> random.nextGaussian());
    return of(precision, components);
  }

  /** Number of components; 0 for the running statistics of a network without batch norm. */
  public abstract long dimension();

  /** Of the components. */
  public abstract Precision precision();

  /** An independent copy. */
  public abstract ParameterVector copy();

  /** A vector where this one lies, in its precision, with the given components, as many. */
  protected abstract ParameterVector withComponents(double[] components);

  /** Takes over the components of another vector and returns this. */
  public abstract ParameterVector assign(ParameterVector other);

  /** Adds {@code factor * other} in place and returns this. */
  public abstract ParameterVector addScaled(double factor, ParameterVector other);

  /** Multiplies by {@code factor} in place and returns this. */
  public abstract ParameterVector scale(double factor);

  /** Squares every component in place and returns this. */
  public abstract ParameterVector square();

  /**
   * Becomes the components from {@code first} on, as many as this has, of the point from + a (to -
   * from), so that between equal points there is but one; a = 0 and a = 1 give the ends exactly.
   * Returns this.
   *
   * @param rounding to which of the two numbers that lie next to it a component is rounded
   * @param first 0 where this is as long as they are
   */
  public abstract ParameterVector between(
      ParameterVector from, ParameterVector to, double a, Rounding rounding, int first);

  /** Whether another vector has the same components, to the last bit. */
  public boolean hasComponentsOf(ParameterVector other) {
    return distance(other) == 0;
  }

  /** The largest component; NaN where one is NaN, and for none. */
  public abstract double largest();

  /** The largest magnitude of a component; NaN where one is NaN, and 0 for none. */
  protected abstract double largestMagnitude();

  /** Sum of products of components, each divided by its vector's scale, in float64. */
  protected abstract double dot(double scale, ParameterVector other, double otherScale);

  /** Whether squares of components can neither overflow nor vanish in float64. */
  protected abstract boolean hasSafeSquares();

  /** Inner product, summed in float64. */
  public final double dot(ParameterVector other) {
    if (hasSafeSquares()) {
      return dot(1, other, 1);
    }
    double plain = dot(1, other, 1);
    double size = Math.abs(plain);
    if (size > SMALLEST_PLAIN && size < LARGEST_PLAIN) {
      return plain;
    }
    double scale = powerOfTwo(largestMagnitude());
    double otherScale = powerOfTwo(other.largestMagnitude());
    return dot(scale, other, otherScale) * scale * otherScale;
  }

  /** Euclidean norm. Squares neither overflow nor vanish, whatever the components. */
  public final double norm() {
    double plain = dot(1, this, 1);
    if (hasSafeSquares() || (plain > SMALLEST_PLAIN && plain < LARGEST_PLAIN)) {
      return Math.sqrt(plain);
    }
    double scale = powerOfTwo(largestMagnitude());
    return Math.sqrt(dot(scale, this, scale)) * scale;
  }

  /**
   * Cosine of the angle between two vectors, in [-1, 1]; NaN when either is 0 or not finite. It
   * does not hang on how long they are.
   */
  public final double cosine(ParameterVector other) {
    double scale = hasSafeSquares() ? 1 : powerOfTwo(largestMagnitude());
    double otherScale = hasSafeSquares() ? 1 : powerOfTwo(other.largestMagnitude());
    double squares = dot(scale, this, scale);
    double otherSquares = other.dot(otherScale, other, otherScale);
    double cosine = dot(scale, other, otherScale) / (Math.sqrt(squares) * Math.sqrt(otherSquares));
    return Double.isNaN(cosine) ? Double.NaN : Math.max(-1, Math.min(1, cosine));
  }

  /** Euclidean norm of the difference. */
  public double distance(ParameterVector other) {
    return copy().addScaled(-1, other).norm();
  }

  /** The components, copied. */
  public abstract double[] toArray();

  /**
   * The power of two below a magnitude, by which dividing is exact; 1 for 0 and what is no number.
   */
  private static double powerOfTwo(double magnitude) {
    return magnitude > 0 && Double.isFinite(magnitude)
        ? Math.scalb(1.0, Math.max(Math.getExponent(magnitude), Double.MIN_EXPONENT))
        : 1;
  }

  /** Refuses a vector that cannot be combined with this one. */
  protected final void requireSameSpace(ParameterVector other) {
    if (other.dimension() != dimension() || other.precision() != precision()) {
      throw new IllegalArgumentException(
          "vectors of %d components in %s and %d in %s cannot be combined"
              .formatted(dimension(), precision(), other.dimension(), other.precision()));
    }
  }

  /** Refuses two vectors that cannot be combined, or have no such components. */
  protected final void requirePartOf(ParameterVector from, ParameterVector to, int first) {
    from.requireSameSpace(to);
    if (from.precision() != precision() || first < 0 || first + dimension() > from.dimension()) {
      throw new IllegalArgumentException(
          "vectors of %d components in %s have no %d in %s from %d on"
              .formatted(from.dimension(), from.precision(), dimension(), precision(), first));
    }
  }
}
