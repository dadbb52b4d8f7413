package org.sgdwalk.net.torch;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.Node;

/** Sum of two activations. */
final class AddKernel implements Kernel {
  private final int node;
  private final List<Integer> inputs;

  AddKernel(int position, Node node) {
    this.node = position;
    inputs = node.inputs();
  }

  @Override
  public Tensor forward(Pass pass, Blocks theta) {
    return pass.value(inputs.get(0)).add(pass.value(inputs.get(1)));
  }

  @Override
  public void backward(Pass pass, Blocks theta, Blocks gradient) {
    for (int input : inputs) {
      if (pass.wantsGradient(input)) {
        pass.addGradient(input, pass.gradient(node));
      }
    }
  }

  @Override
  public @Nullable Tensor forwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v) {
    Tensor one = tangents.value(inputs.get(0));
    Tensor other = tangents.value(inputs.get(1));
    return one == null || other == null
        ? (one == null ? (other == null ? null : other) : one)
        : one.add(other);
  }

  @Override
  public void backwardTangent(
      Pass pass, Tangents tangents, Blocks theta, Blocks v, Blocks product) {
    for (int input : inputs) {
      if (pass.wantsGradient(input)) {
        tangents.addGradient(input, tangents.gradient(node));
      }
    }
  }
}
