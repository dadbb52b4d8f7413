package org.sgdwalk.net;

import java.util.List;

/** A named array of doubles with a shape, row-major. Immutable. */
public final class NamedArray {
  private final String name;
  private final List<Integer> shape;
  private final double[] values;

  /** The shape's product must be the number of values. */
  public NamedArray(String name, List<Integer> shape, double[] values) {
    int size = shape.stream().reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          name + ": shape " + shape + " has " + size + " components, got " + values.length);
    }
    this.name = name;
    this.shape = List.copyOf(shape);
    this.values = values.clone();
  }

  /** For example {@code fc1.weight}. */
  public String name() {
    return name;
  }

  /** Sizes of the axes. */
  public List<Integer> shape() {
    return shape;
  }

  /** The components, row-major; a copy. */
  public double[] values() {
    return values.clone();
  }
}
