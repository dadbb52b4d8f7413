package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.Node;

/** A linear layer without parameters: derivatives go through it as values and gradients do. */
abstract class LinearMapKernel implements Kernel {
  private final int node;
  private final int input;

  LinearMapKernel(int position, Node node) {
    this.node = position;
    input = node.inputs().get(0);
  }

  /** The result for an input. */
  abstract Tensor map(Tensor x);

  /** The gradient of the input for that of the result. */
  abstract Tensor transpose(Tensor dy);

  @Override
  public Tensor forward(Pass pass, Blocks theta) {
    return map(pass.value(input));
  }

  @Override
  public void backward(Pass pass, Blocks theta, Blocks gradient) {
    if (pass.wantsGradient(input)) {
      pass.addGradient(input, transpose(pass.gradient(node)));
    }
  }

  @Override
  public @Nullable Tensor forwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v) {
    Tensor dotX = tangents.value(input);
    return dotX == null ? null : map(dotX);
  }

  @Override
  public void backwardTangent(
      Pass pass, Tangents tangents, Blocks theta, Blocks v, Blocks product) {
    if (pass.wantsGradient(input)) {
      tangents.addGradient(input, transpose(tangents.gradient(node)));
    }
  }
}
