package org.sgdwalk.net.program;

import java.util.List;

/** A kind of layer: its shapes, its parameters, and what it computes, which engines know. */
public sealed interface Layer
    permits Add, BatchNorm, Convolution, Flatten, GlobalAveragePool, Linear, MaxPool, Relu {

  /**
   * Shape of one example's result.
   *
   * @throws IllegalArgumentException if the layer does not take such an input
   */
  Shape output(Shape input);

  /** Whether its result is a vector, rather than an image, which may have one pixel too. */
  default boolean givesVector(boolean fromVector) {
    return fromVector;
  }

  /** What it adds to theta, in theta's order. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** Statistics that it keeps beside theta. */
  default List<Parameter> statistics() {
    return List.of();
  }

  /** Multiplications and additions for one example of a forward pass. */
  default long operations(Shape input) {
    return 0;
  }
}
