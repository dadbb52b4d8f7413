package org.sgdwalk.net.program;

/**
 * Activations of one example, stored height by width by channels (channels last, NHWC). A vector of
 * n features is 1 x 1 x n.
 *
 * @param height rows of pixels, at least 1
 * @param width columns of pixels, at least 1
 * @param channels channels or features, at least 1
 */
public record Shape(int height, int width, int channels) {
  /**
   * Checks that its values can be counted.
   *
   * @throws ArithmeticException if they are more than 2^31 - 1
   */
  public Shape {
    Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** A vector. */
  public static Shape features(int count) {
    return new Shape(1, 1, count);
  }

  /** Values of one example. */
  public int size() {
    return height * width * channels;
  }

  /** Pixels a channel. */
  public int pixels() {
    return height * width;
  }

  /** Whether it is a vector. */
  public boolean isFeatures() {
    return pixels() == 1;
  }
}
