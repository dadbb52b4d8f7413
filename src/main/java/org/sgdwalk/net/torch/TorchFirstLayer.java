package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.FirstLayer;

/** The result of node 1. */
final class TorchFirstLayer implements FirstLayer {
  private final Tensor value;

  /** With a handle of its own. */
  TorchFirstLayer(Tensor value) {
    this.value = Owned.handle(value);
  }

  Tensor value() {
    return value;
  }

  @Override
  public long bytes() {
    return value.numel() * value.element_size();
  }

  @Override
  public FirstLayer share() {
    return new TorchFirstLayer(value);
  }

  @Override
  public void close() {
    Owned.free(value);
  }
}
