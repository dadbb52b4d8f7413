package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.avg_pool2d;
import static org.bytedeco.pytorch.global.torch.max_pool2d_with_indices;
import static org.bytedeco.pytorch.global.torch.max_pool2d_with_indices_backward;
import static org.bytedeco.pytorch.global.torch.maximum;
import static org.bytedeco.pytorch.global.torch.ones_like;
import static org.sgdwalk.net.torch.Constants.forever;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.MaxPool;
import org.sgdwalk.net.program.Node;
import org.sgdwalk.net.program.Shape;

/** Largest value of each square of pixels; in passes for losses also the ReLU in front of it. */
final class MaxPoolKernel implements Kernel {
  private static final long[] ONES = {1, 1};
  private static final long[] ZEROS = {0, 0};
  private static final LongOptional SUM = forever(new LongOptional(1));

  private final int node;
  private final int input;
  private final Shape from;
  private final boolean halves;
  private final boolean rectifies;
  private final long[] size;

  /**
   * A kernel.
   *
   * @param from shape of one example's x
   * @param rectifies whether x comes from a ReLU that is left to it
   */
  MaxPoolKernel(int position, Node node, MaxPool layer, Shape from, boolean rectifies) {
    this.node = position;
    input = node.inputs().get(0);
    this.from = from;
    this.rectifies = rectifies;
    halves = layer.size() == 2 && from.height() % 2 == 0 && from.width() % 2 == 0;
    size = new long[] {layer.size(), layer.size()};
  }

  @Override
  public boolean tangentsReadInput() {
    return true;
  }

  @Override
  public boolean tangentsReadResult() {
    return true;
  }

  @Override
  public Tensor forward(Pass pass, Blocks theta) {
    if (!pass.isDifferentiated()) {
      Tensor largest = halves ? largestOfFour(pass.value(input)) : pooled(pass).get0();
      return rectifies ? largest.relu_() : largest;
    }
    T_TensorTensor_T both = pooled(pass);
    pass.keep(node, both.get1());
    return both.get0();
  }

  private T_TensorTensor_T pooled(Pass pass) {
    return max_pool2d_with_indices(pass.value(input), size, size, ZEROS, ONES, false);
  }

  /** Of two rows first, which lie one after the other; libtorch's own goes pixel by pixel. */
  private Tensor largestOfFour(Tensor x) {
    long rows = x.size(0);
    int width = from.width();
    Tensor lines = x.permute(0, 2, 3, 1).reshape(-1, 2, (long) width * from.channels());
    Tensor pairs = maximum(lines.select(1, 0), lines.select(1, 1)).view(-1, 2, from.channels());
    return maximum(pairs.select(1, 0), pairs.select(1, 1))
        .view(rows, from.height() / 2, width / 2, from.channels())
        .permute(0, 3, 1, 2);
  }

  @Override
  public void backward(Pass pass, Blocks theta, Blocks gradient) {
    if (pass.wantsGradient(input)) {
      pass.addGradient(input, toWinners(pass.gradient(node), pass));
    }
  }

  /** Each value where its square's largest pixel is, else 0. */
  private Tensor toWinners(Tensor tensor, Pass pass) {
    return max_pool2d_with_indices_backward(
        tensor, pass.value(input), size, size, ZEROS, ONES, false, pass.kept(node, 0));
  }

  /** The winners' derivatives: the sum over each square of which all but the winner is 0. */
  @Override
  public @Nullable Tensor forwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v) {
    Tensor dotX = tangents.value(input);
    if (dotX == null) {
      return null;
    }
    Tensor winners = toWinners(ones_like(pass.value(node)), pass);
    return avg_pool2d(winners.mul_(dotX), size, size, ZEROS, false, true, SUM);
  }

  @Override
  public void backwardTangent(
      Pass pass, Tangents tangents, Blocks theta, Blocks v, Blocks product) {
    if (pass.wantsGradient(input)) {
      tangents.addGradient(input, toWinners(tangents.gradient(node), pass));
    }
  }
}
