package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.sgdwalk.net.program.Node;
import org.sgdwalk.net.program.Shape;

/** Mean over all pixels of each channel. */
final class GlobalAveragePoolKernel extends LinearMapKernel {
  private final Shape from;

  GlobalAveragePoolKernel(int position, Node node, Shape from) {
    super(position, node);
    this.from = from;
  }

  @Override
  Tensor map(Tensor x) {
    return x.mean(2, 3);
  }

  @Override
  Tensor transpose(Tensor dy) {
    return dy.mul(new Scalar(1.0 / from.pixels()))
        .view(dy.size(0), from.channels(), 1, 1)
        .expand(dy.size(0), from.channels(), from.height(), from.width())
        .contiguous(MemoryFormat.ChannelsLast);
  }
}
