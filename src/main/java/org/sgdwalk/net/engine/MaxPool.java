package org.sgdwalk.net.engine;

import java.util.List;

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
  public Kernel bind(Ports ports) {
    return new Bound(this, ports);
  }

  private long[] geometry() {
    return new long[] {size, size, size, size, 0, 0, 1, 1, 0, 0, 1};
  }

  private static final class Bound implements Kernel {
    private final Operations forward = new Operations();
    private final Operations backward = new Operations();

    Bound(MaxPool layer, Ports ports) {
      forward.then(
          NativeOp.of(
              "maxpool2d",
              List.of(ports.input()),
              List.of(ports.output()),
              List.of(),
              layer.geometry()));
      if (ports.isTraining()) {
        backward.then(
            NativeOp.of(
                "maxpool2d_bp",
                List.of(ports.input(), ports.requireOutputGradient()),
                List.of(ports.requireInputGradient()),
                List.of(),
                layer.geometry()));
      }
    }

    @Override
    public void forward(boolean trainMode) {
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
