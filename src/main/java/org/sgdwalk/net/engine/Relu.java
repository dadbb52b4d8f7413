package org.sgdwalk.net.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/** max(x, 0); its derivative at 0 is 0. */
record Relu() implements Layer {
  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public boolean backwardReadsOutput() {
    return true;
  }

  @Override
  public boolean isInPlace() {
    return true;
  }

  @Override
  public Kernel bind(Ports ports) {
    return new Bound(ports);
  }

  private static final class Bound implements Kernel {
    private final Operations forward = new Operations();
    private final Operations backward = new Operations();
    private final INDArray output;

    Bound(Ports ports) {
      output = ports.output();
      forward.then(NativeOp.of("relu", List.of(ports.input()), List.of(output), List.of(0.0)));
      if (ports.isTraining()) {
        backward.then(
            NativeOp.multiply(ports.requireOutputGradient(), output, ports.requireInputGradient()));
      }
    }

    @Override
    public void forward(boolean trainMode) {
      forward.run();
    }

    /** The output, which nobody reads any more, becomes the mask: the native derivative is slow. */
    @Override
    public void backward() {
      Nd4j.getExecutioner().exec(new Step(output, output, 0.0));
      backward.run();
    }

    @Override
    public void close() {
      forward.close();
      backward.close();
    }
  }
}
