package org.sgdwalk.net.torch;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.Node;
import org.sgdwalk.net.program.Parameter;

/**
 * A kernel with weights that counts the multiplications and additions of its products, from the
 * sizes of the tensors that it is handed and leaves behind. Each product multiplies an activation's
 * or a gradient's numbers with as many weights as a number of the result is made of.
 */
final class CountingKernel implements StackableKernel {
  private final Kernel kernel;
  private final int node;
  private final int input;
  private final String weight;
  private final AtomicLong count;

  /** Counts into {@code count}. */
  CountingKernel(Kernel kernel, int position, Node node, AtomicLong count) {
    this.kernel = kernel;
    this.node = position;
    input = node.inputs().get(0);
    weight = node.name() + "." + Parameter.WEIGHT;
    this.count = count;
  }

  /** Products that are as large as that of the layer's forward pass. */
  private void count(int products, Tensor result, Blocks theta) {
    Tensor w = theta.view(weight);
    count.addAndGet(2L * products * result.numel() * (w.numel() / w.size(0)));
  }

  @Override
  public boolean tangentsReadInput() {
    return kernel.tangentsReadInput();
  }

  @Override
  public boolean tangentsReadResult() {
    return kernel.tangentsReadResult();
  }

  @Override
  public boolean tangentsReadGradient() {
    return kernel.tangentsReadGradient();
  }

  @Override
  public Tensor forward(Pass pass, Blocks theta) {
    Tensor y = kernel.forward(pass, theta);
    count(1, y, theta);
    return y;
  }

  /** Of each point, with its weights. */
  @Override
  public Tensor forward(Pass pass, PointStack theta) {
    Tensor y = ((StackableKernel) kernel).forward(pass, theta);
    Tensor w = theta.view(weight);
    count.addAndGet(2L * y.numel() * (w.numel() / w.size(0) / w.size(1)));
    return y;
  }

  /** The weights' gradient; where there is one afterwards, the input's. */
  @Override
  public void backward(Pass pass, Blocks theta, Blocks gradient) {
    kernel.backward(pass, theta, gradient);
    count(hasGradient(pass, input) ? 2 : 1, pass.gradient(node), theta);
  }

  /** What the weights' change makes of x; where x changes, what the weights make of that. */
  @Override
  public @Nullable Tensor forwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v) {
    Tensor y = kernel.forwardTangent(pass, tangents, theta, v);
    count(tangents.value(input) == null ? 1 : 2, pass.gradient(node), theta);
    return y;
  }

  /** Each product of the backward pass, for the change of either factor. */
  @Override
  public void backwardTangent(
      Pass pass, Tangents tangents, Blocks theta, Blocks v, Blocks product) {
    Tensor dotDy = tangents.gradient(node);
    kernel.backwardTangent(pass, tangents, theta, v, product);
    int ofWeights = tangents.value(input) == null ? 1 : 2;
    int ofInput = hasGradient(tangents, input) ? 2 : 0;
    count(ofWeights + ofInput, dotDy, theta);
  }

  private static boolean hasGradient(NodeTensors of, int node) {
    try {
      return of.gradient(node).numel() > 0;
    } catch (NullPointerException e) {
      return false;
    }
  }
}
