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
  public int pattern(Shape input) {
    return input.size();
  }

  @Override
  public Kernel bind(Ports ports) {
    INDArray pattern = ports.pattern();
    return pattern == null ? new Bound(ports) : new OnPiece(ports, pattern);
  }

  private static NativeOp relu(Ports ports) {
    return NativeOp.of("relu", List.of(ports.input()), List.of(ports.output()), List.of(0.0));
  }

  /** 1 where positive, else 0. */
  private static void sign(INDArray from, INDArray into) {
    Nd4j.getExecutioner().exec(new Step(from, into, 0.0));
  }

  private static final class Bound extends OperationsKernel {
    private final INDArray output;

    Bound(Ports ports) {
      output = ports.output();
      forward.then(relu(ports));
      if (ports.isTraining()) {
        backward.then(
            NativeOp.multiply(ports.requireOutputGradient(), output, ports.requireInputGradient()));
      }
    }

    /** The output, which nobody reads any more, becomes the mask: the native derivative is slow. */
    @Override
    public void backward() {
      sign(output, output);
      super.backward();
    }
  }

  /** Times 1 or 0, whatever the input's sign is now. */
  private static final class OnPiece implements Kernel {
    private final NativeOp relu;
    private final NativeOp replay;
    private final NativeOp backward;
    private final INDArray output;
    private final INDArray positive;

    OnPiece(Ports ports, INDArray pattern) {
      output = ports.output();
      positive = pattern.reshape(output.shape());
      relu = relu(ports);
      replay = NativeOp.multiply(ports.input(), positive, output);
      backward =
          NativeOp.multiply(ports.requireOutputGradient(), positive, ports.requireInputGradient());
    }

    @Override
    public void forward(Mode mode) {
      if (mode == Mode.RECORD) {
        relu.run();
        sign(output, positive);
      } else {
        replay.run();
      }
    }

    @Override
    public void backward() {
      backward.run();
    }

    @Override
    public void close() {
      relu.close();
      replay.close();
      backward.close();
    }
  }
}
