package org.sgdwalk.net.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Largest value of each square of pixels; squares do not overlap.
 *
 * @param size side of the square and step, pixels
 */
record MaxPool(int size) implements Layer {
  @Override
  public Shape output(Shape input) {
    return new Shape(input.height() / size, input.width() / size, input.channels());
  }

  @Override
  public boolean backwardReadsInput() {
    return true;
  }

  @Override
  public int pattern(Shape input) {
    return input.size();
  }

  @Override
  public int scratch(Shape input, Purpose purpose) {
    return purpose.records() ? input.size() : 0;
  }

  @Override
  public Kernel bind(Ports ports) {
    INDArray pattern = ports.pattern();
    return pattern == null ? new Bound(this, ports) : new OnPiece(this, ports, pattern);
  }

  private NativeOp largest(Ports ports) {
    return pooling("maxpool2d", List.of(ports.input()), ports.output());
  }

  private NativeOp pooling(String name, List<INDArray> in, INDArray out) {
    return NativeOp.of(
        name, in, List.of(out), List.of(), size, size, size, size, 0, 0, 1, 1, 0, 0, 1);
  }

  private static final class Bound extends OperationsKernel {

    Bound(MaxPool layer, Ports ports) {
      forward.then(layer.largest(ports));
      if (ports.isTraining()) {
        backward.then(
            layer.pooling(
                "maxpool2d_bp",
                List.of(ports.input(), ports.requireOutputGradient()),
                ports.requireInputGradient()));
      }
    }
  }

  /**
   * The pixel that won when it was recorded, whichever is the largest now: a mean of the square in
   * which the winner counts size * size times and the others not at all.
   */
  private static final class OnPiece implements Kernel {
    private final Operations recording = new Operations();
    private final Operations replay = new Operations();
    private final Operations backward = new Operations();

    OnPiece(MaxPool layer, Ports ports, INDArray pattern) {
      INDArray x = ports.input();
      INDArray y = ports.output();
      INDArray winners = pattern.reshape(x.shape());
      INDArray weight =
          Nd4j.valueArrayOf(y.shape(), (double) layer.size() * layer.size(), y.dataType());
      recording
          .then(layer.largest(ports))
          .then(layer.pooling("maxpool2d_bp", List.of(x, weight), winners));
      INDArray weighted = ports.requireForwardScratch().reshape(x.shape());
      replay
          .then(NativeOp.multiply(x, winners, weighted))
          .then(layer.pooling("avgpool2d", List.of(weighted), y));
      INDArray dx = ports.requireInputGradient();
      backward
          .then(layer.pooling("avgpool2d_bp", List.of(x, ports.requireOutputGradient()), dx))
          .then(NativeOp.multiply(dx, winners, dx));
    }

    @Override
    public void forward(Mode mode) {
      (mode == Mode.RECORD ? recording : replay).run();
    }

    @Override
    public void backward() {
      backward.run();
    }

    @Override
    public void close() {
      recording.close();
      replay.close();
      backward.close();
    }
  }
}
