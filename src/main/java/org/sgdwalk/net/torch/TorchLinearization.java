package org.sgdwalk.net.torch;

import org.sgdwalk.net.Linearization;

/** A pass with its values, gradients and what kernels keep. */
final class TorchLinearization implements Linearization {
  private final Pass pass;
  private final double[] logits;

  /** The pass becomes its own. */
  TorchLinearization(Pass pass, double[] logits) {
    this.pass = pass;
    this.logits = logits;
  }

  Pass pass() {
    return pass;
  }

  @Override
  public double[] logits() {
    return logits.clone();
  }

  @Override
  public long bytes() {
    return pass.bytes();
  }

  @Override
  public void close() {
    pass.close();
  }
}
