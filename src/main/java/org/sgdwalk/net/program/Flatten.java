package org.sgdwalk.net.program;

/** Pixels and channels as one vector, channel by channel: the order of PyTorch and DL4J. */
public record Flatten() implements Layer {
  @Override
  public Shape output(Shape input) {
    return Shape.features(input.size());
  }

  @Override
  public boolean givesVector(boolean fromVector) {
    return true;
  }
}
