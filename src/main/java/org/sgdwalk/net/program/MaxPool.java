package org.sgdwalk.net.program;

/**
 * Largest value of each square of pixels; squares do not overlap.
 *
 * @param size side of the square and step, pixels
 */
public record MaxPool(int size) implements Layer {
  @Override
  public Shape output(Shape input) {
    return new Shape(input.height() / size, input.width() / size, input.channels());
  }
}
