package org.sgdwalk.net.torch;

import java.util.List;
import java.util.function.IntPredicate;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.Node;

/** Sum of two activations, which lies where one of them lay that nobody else reads. */
final class AddKernel implements Kernel {
  private static final int NONE = -1;

  private final int node;
  private final List<Integer> inputs;
  private final int overwritten;

  /** {@code mayOverwrite} says of an input whether nobody else reads it. */
  AddKernel(int position, Node node, IntPredicate mayOverwrite) {
    this.node = position;
    inputs = node.inputs();
    overwritten = inputs.stream().mapToInt(i -> i).filter(mayOverwrite).findFirst().orElse(NONE);
  }

  @Override
  public Tensor forward(Pass pass, Blocks theta) {
    Tensor one = pass.value(inputs.get(0));
    Tensor other = pass.value(inputs.get(1));
    if (overwritten == NONE) {
      return one.add(other);
    }
    return overwritten == inputs.get(0) ? one.add_(other) : other.add_(one);
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
