package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.relu;
import static org.bytedeco.pytorch.global.torch.threshold_backward;
import static org.sgdwalk.net.torch.Constants.forever;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.Node;

/**
 * y = max(x, 0); its derivative at 0 is 0. In front of a max pooling, which alone reads it, a pass
 * for losses leaves it to the pooling: of the largest pixels there are fewer, and the result is the
 * same.
 */
final class ReluKernel implements StackableKernel {
  private static final Scalar ZERO = forever(new Scalar(0.0));

  private final int node;
  private final int input;
  private final boolean inPlace;
  private final boolean leftToPool;

  /**
   * A kernel.
   *
   * @param inPlace whether the input may be overwritten: nobody else reads it
   * @param leftToPool whether a pooling does it in passes for losses
   */
  ReluKernel(int position, Node node, boolean inPlace, boolean leftToPool) {
    this.node = position;
    this.inPlace = inPlace;
    this.leftToPool = leftToPool;
    input = node.inputs().get(0);
  }

  @Override
  public boolean tangentsReadResult() {
    return true;
  }

  @Override
  public Tensor forward(Pass pass, Blocks theta) {
    boolean left = leftToPool && !pass.isDifferentiated();
    return left ? pass.value(input) : result(pass.value(input));
  }

  private Tensor result(Tensor x) {
    if (!inPlace) {
      return relu(x);
    }
    x.relu_();
    return x;
  }

  @Override
  public Tensor forward(Pass pass, PointStack theta) {
    return result(pass.value(input));
  }

  @Override
  public void backward(Pass pass, Blocks theta, Blocks gradient) {
    if (pass.wantsGradient(input)) {
      pass.addGradient(input, wherePositive(pass.gradient(node), pass));
    }
  }

  private Tensor wherePositive(Tensor tensor, Pass pass) {
    return threshold_backward(tensor, pass.value(node), ZERO);
  }

  @Override
  public @Nullable Tensor forwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v) {
    Tensor dotX = tangents.value(input);
    return dotX == null ? null : wherePositive(dotX, pass);
  }

  @Override
  public void backwardTangent(
      Pass pass, Tangents tangents, Blocks theta, Blocks v, Blocks product) {
    if (pass.wantsGradient(input)) {
      tangents.addGradient(input, wherePositive(tangents.gradient(node), pass));
    }
  }
}
