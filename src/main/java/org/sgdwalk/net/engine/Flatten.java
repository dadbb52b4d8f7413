package org.sgdwalk.net.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Pixels and channels as one vector, channel by channel: the order of PyTorch and DL4J. */
record Flatten() implements Layer {
  @Override
  public Shape output(Shape input) {
    return Shape.features(input.size());
  }

  @Override
  public Kernel bind(Ports ports) {
    return new Bound(ports);
  }

  private static final class Bound implements Kernel {
    private final Ports ports;

    Bound(Ports ports) {
      this.ports = ports;
    }

    @Override
    public void forward(Mode mode) {
      channelFirst(ports.output()).assign(ports.input().permute(0, 3, 1, 2));
    }

    @Override
    public void backward() {
      ports
          .requireInputGradient()
          .permute(0, 3, 1, 2)
          .assign(channelFirst(ports.requireOutputGradient()));
    }

    private INDArray channelFirst(INDArray flat) {
      INDArray x = ports.input();
      return flat.reshape(x.size(0), x.size(3), x.size(1), x.size(2));
    }

    @Override
    public void close() {
      // Holds nothing of its own.
    }
  }
}
