package org.sgdwalk.trace.npz;

import java.util.Arrays;
import java.util.List;

/** An immutable array of numbers with a shape, in C order (the last index runs fastest). */
public final class NumpyArray {
  private final NumpyType type;
  private final List<Integer> shape;
  private final double[] values;

  NumpyArray(NumpyType type, List<Integer> shape, double[] values) {
    this.type = type;
    this.shape = List.copyOf(shape);
    this.values = values;
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(
          "shape " + shape + " does not hold " + values.length + " values");
    }
  }

  /** The product of a shape; below 0 where that is beyond any array. */
  static long size(List<Integer> shape) {
    // Exact: each factor is below 2^31, and so is each partial product that passes.
    long size = 1;
    for (int extent : shape) {
      size = extent < 0 || size < 0 || size > Integer.MAX_VALUE ? -1 : size * extent;
    }
    return size > Integer.MAX_VALUE ? -1 : size;
  }

  /**
   * A float32 array.
   *
   * @param values as many as the product of the shape; copied
   * @param shape extents, 0 or more; none is a scalar
   * @throws IllegalArgumentException when the shape does not hold the values
   */
  public static NumpyArray ofFloats(float[] values, int... shape) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return new NumpyArray(NumpyType.FLOAT32, extents(shape), wide);
  }

  /**
   * An array of a type.
   *
   * @param type the type on disk; values are rounded to it where they are written
   * @param values as many as the product of the shape; copied
   * @throws IllegalArgumentException when the shape does not hold the values
   */
  public static NumpyArray of(NumpyType type, List<Integer> shape, double[] values) {
    return new NumpyArray(type, shape, values.clone());
  }

  /** A float64 array; otherwise as {@link #ofFloats}. */
  public static NumpyArray ofDoubles(double[] values, int... shape) {
    return new NumpyArray(NumpyType.FLOAT64, extents(shape), values.clone());
  }

  /** Element type on disk. */
  public NumpyType type() {
    return type;
  }

  /** Extents; empty for a scalar. */
  public List<Integer> shape() {
    return shape;
  }

  /** Number of values: the product of the shape. */
  public int size() {
    return values.length;
  }

  /** The value at a position in C order, from 0. Exact but for integers beyond 2^53. */
  public double get(int index) {
    return values[index];
  }

  /** A copy of the values in C order. */
  public double[] toDoubles() {
    return values.clone();
  }

  /** A copy of the values in C order, rounded to float32: exact for a float32 array. */
  public float[] toFloats() {
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  private static List<Integer> extents(int[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }
}
