package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** Derivatives of a pass's values and gradients along a direction of theta, node by node. */
final class Tangents extends NodeTensors {

  Tangents(int nodes) {
    super(nodes);
  }

  /** Of a node's result; null where it is 0: theta does not reach the network's input. */
  @Nullable Tensor value(int node) {
    return valueOrNull(node);
  }
}
