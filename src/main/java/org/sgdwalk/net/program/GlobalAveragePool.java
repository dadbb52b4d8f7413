package org.sgdwalk.net.program;

/** Mean over all pixels of each channel. */
public record GlobalAveragePool() implements Layer {
  @Override
  public Shape output(Shape input) {
    return Shape.features(input.channels());
  }

  @Override
  public boolean givesVector(boolean fromVector) {
    return true;
  }
}
