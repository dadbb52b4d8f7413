package org.sgdwalk.net.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Sum of two activations of the same shape. */
record Add() implements Layer {
  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public boolean passesGradient() {
    return true;
  }

  @Override
  public Kernel bind(Ports ports) {
    return new Bound(ports);
  }

  private static final class Bound extends OperationsKernel {

    Bound(Ports ports) {
      forward.then(NativeOp.add(ports.inputs().get(0), ports.inputs().get(1), ports.output()));
      for (INDArray inputGradient : ports.inputGradients()) {
        if (inputGradient != null && inputGradient != ports.outputGradient()) {
          backward.then(NativeOp.copy(ports.requireOutputGradient(), inputGradient));
        }
      }
    }
  }
}
