package org.sgdwalk.data;

import java.util.Objects;

/**
 * Consecutive examples of a training file with standardised pixels: what trains, or what validates.
 * Immutable; safe for use by many threads.
 */
public final class DataPart {
  private static final int PIXEL_VALUES = 256;

  private final ImageSet images;
  private final int firstIndex;
  private final double[] standardized = new double[PIXEL_VALUES];

  /**
   * A part of a file.
   *
   * @param images the examples of this part only
   * @param firstIndex index of the first of them in the file, 0-based
   * @param standardization that of the training part, for every part
   */
  public DataPart(ImageSet images, int firstIndex, Standardization standardization) {
    this.images = images;
    this.firstIndex = firstIndex;
    for (int pixel = 0; pixel < PIXEL_VALUES; pixel++) {
      standardized[pixel] = standardization.apply(pixel);
    }
  }

  /** Number of examples, 1 or more. */
  public int size() {
    return images.count();
  }

  /** The examples as published; their shape too. */
  public ImageSet images() {
    return images;
  }

  /** Indices into the training file as {@code first-last}, 0-based, ends included. */
  public String indices() {
    return firstIndex + "-" + (firstIndex + size() - 1);
  }

  /**
   * The label of an example, 0 to 9.
   *
   * @param example index within this part, 0-based
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public int label(int example) {
    return images.label(example);
  }

  /**
   * Copies the standardised pixels of an example, row-major over channels x rows x columns, to
   * {@code target[offset ...]}. Each is the double that the other method gives, rounded to float.
   *
   * @param example index within this part, 0-based
   * @throws IndexOutOfBoundsException if there is no such example or it does not fit
   */
  public void copyStandardized(int example, float[] target, int offset) {
    int length = images.pixelsPerExample();
    Objects.checkFromIndexSize(offset, length, target.length);
    for (int pixel = 0; pixel < length; pixel++) {
      target[offset + pixel] = (float) standardized[images.pixel(example, pixel)];
    }
  }

  /** The same in double precision. */
  public void copyStandardized(int example, double[] target, int offset) {
    int length = images.pixelsPerExample();
    Objects.checkFromIndexSize(offset, length, target.length);
    for (int pixel = 0; pixel < length; pixel++) {
      target[offset + pixel] = standardized[images.pixel(example, pixel)];
    }
  }

  /** What a pixel of value 0 becomes in a channel: what lies around an image. */
  public double background(int channel) {
    return standardized[0];
  }
}
