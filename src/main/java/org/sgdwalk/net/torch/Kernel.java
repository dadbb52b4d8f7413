package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A layer in its place, on libtorch's operations. Activations are [rows, channels, height, width],
 * channels last in memory, or [rows, features].
 *
 * <p>With x and y a layer's input and result, dx and dy the gradients of the loss with respect to
 * them, and a dot for the derivative along a direction of theta: {@link #forward} gives y, {@link
 * #backward} dx and the parameters' gradient, {@link #forwardTangent} the derivative of y, {@link
 * #backwardTangent} that of dx and of the parameters' gradient, which is the Hessian product.
 */
interface Kernel {

  /** y; what the other three need beyond values is kept in the pass, if it keeps. */
  Tensor forward(Pass pass, Blocks theta);

  /** Writes the parameters' gradient and adds dx to the pass. */
  void backward(Pass pass, Blocks theta, Blocks gradient);

  /** Whether tangents read x. */
  default boolean tangentsReadInput() {
    return false;
  }

  /** Whether tangents read y. */
  default boolean tangentsReadResult() {
    return false;
  }

  /** Whether tangents read dy. */
  default boolean tangentsReadGradient() {
    return false;
  }

  /** The derivative of y along v; null where it is 0 for any v. */
  @Nullable Tensor forwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v);

  /** Writes the parameters' part of the product and adds the derivative of dx to the tangents. */
  void backwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v, Blocks product);
}
