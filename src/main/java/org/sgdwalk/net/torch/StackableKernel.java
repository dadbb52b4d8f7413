package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;

/**
 * A layer on vectors that computes several points of theta at once: activations are [rows, points,
 * features], and each point's are made of its own parameters, with its own statistics.
 */
interface StackableKernel extends Kernel {

  /** y at every point, for losses only. */
  Tensor forward(Pass pass, PointStack theta);
}
