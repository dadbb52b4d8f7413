package org.sgdwalk.data;

/**
 * The shape of an image, and of every image of its set.
 *
 * @param channels 1 for gray, 3 for red, green and blue
 * @param rows rows of pixels, 1 or more
 * @param columns columns of pixels, 1 or more
 */
public record ImageShape(int channels, int rows, int columns) {
  /** Checks the sizes; an array can hold the pixels of one image. */
  public ImageShape {
    if (channels < 1
        || rows < 1
        || columns < 1
        || (double) channels * rows * columns > Integer.MAX_VALUE) {
      throw new DataException(
          "image shape: %d x %d x %d; must be at least 1 each and at most 2^31 - 1 together"
              .formatted(channels, rows, columns));
    }
  }

  /** Pixels of one channel. */
  public int pixelsPerChannel() {
    return rows * columns;
  }

  /** Pixels of all channels. */
  public int pixels() {
    return channels * rows * columns;
  }

  @Override
  public String toString() {
    return channels + " x " + rows + " x " + columns;
  }
}
