package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Handles on tensors that outlive the scope that they are made in. An operation in place gives a
 * handle that owns nothing, so that a tensor which is to live on needs one of its own.
 */
final class Owned {
  private Owned() {}

  /** A handle on the same tensor, to be freed by whoever asks for it. */
  static Tensor handle(Tensor tensor) {
    Tensor own = new Tensor(tensor);
    own.retainReference();
    return own;
  }

  /** Frees a handle, if there is one; the tensor goes with its last. */
  static void free(@Nullable Tensor handle) {
    if (handle != null) {
      handle.deallocate();
    }
  }
}
