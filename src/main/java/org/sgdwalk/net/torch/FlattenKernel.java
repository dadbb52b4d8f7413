package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.sgdwalk.net.program.Node;
import org.sgdwalk.net.program.Shape;

/** Pixels and channels as one vector, channel by channel. */
final class FlattenKernel extends LinearMapKernel {
  private final Shape from;

  FlattenKernel(int position, Node node, Shape from) {
    super(position, node);
    this.from = from;
  }

  @Override
  Tensor map(Tensor x) {
    return x.flatten(1, -1);
  }

  @Override
  Tensor transpose(Tensor dy) {
    return dy.view(dy.size(0), from.channels(), from.height(), from.width())
        .contiguous(MemoryFormat.ChannelsLast);
  }
}
