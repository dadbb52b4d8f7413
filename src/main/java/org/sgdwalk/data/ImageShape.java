package org.sgdwalk.data;

/**
 * Size of the images of a set.
 *
 * @param channels 1 for gray, 3 for red, green and blue
 * @param rows rows of pixels
 * @param columns columns of pixels
 */
public record ImageShape(int channels, int rows, int columns) {
  /** Checks that each is at least 1. */
  public ImageShape {
    if (channels < 1 || rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "image %d x %d x %d; must be at least 1 each".formatted(channels, rows, columns));
    }
  }

  /** For people: {@code 3 x 32 x 32}. */
  @Override
  public String toString() {
    return channels + " x " + rows + " x " + columns;
  }
}
