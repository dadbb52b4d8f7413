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

  private static final class Bound implements Kernel {
    private final NativeOp forward;
    private final Operations backward = new Operations();

    Bound(Ports ports) {
      forward = NativeOp.add(ports.inputs().get(0), ports.inputs().get(1), ports.output());
      for (INDArray inputGradient : ports.inputGradients()) {
        if (inputGradient != null && inputGradient != ports.outputGradient()) {
          backward.then(NativeOp.copy(ports.requireOutputGradient(), inputGradient));
        }
      }
    }

    @Override
    public void forward(Mode mode) {
      forward.run();
    }

    @Override
    public void backward() {
      backward.run();
    }

    @Override
    public void close() {
      forward.close();
      backward.close();
    }
  }
}
