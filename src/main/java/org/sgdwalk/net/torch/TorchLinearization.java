package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.Linearization;

/** A pass with its values, gradients and what kernels keep, and its logits. */
final class TorchLinearization implements Linearization {
  private final Pass pass;
  private final Tensor logits;

  /** The pass becomes its own. */
  TorchLinearization(Pass pass, Tensor logits) {
    this.pass = pass;
    this.logits = Owned.handle(logits);
  }

  Pass pass() {
    return pass;
  }

  Tensor logits() {
    return logits;
  }

  @Override
  public long bytes() {
    return pass.bytes();
  }

  @Override
  public void close() {
    pass.close();
    Owned.free(logits);
  }
}
