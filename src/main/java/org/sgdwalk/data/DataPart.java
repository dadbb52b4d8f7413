package org.sgdwalk.data;

import java.util.List;
import java.util.Objects;

/**
 * Consecutive examples of a training file with standardised pixels: what trains, or what validates.
 * Immutable; safe for use by many threads.
 */
public final class DataPart {
  private static final int PIXEL_VALUES = 256;

  private final ImageSet images;
  private final int firstIndex;

  /** What the network sees of each pixel value, channel by channel: [channels][256]. */
  private final double[][] standardized;

  /**
   * A part of a file.
   *
   * @param images the examples of this part only
   * @param firstIndex index of the first of them in the file, 0-based
   * @param standardization that of the training part, for every part: one for each channel
   * @throws DataException if there are not as many of them as channels
   */
  public DataPart(ImageSet images, int firstIndex, List<Standardization> standardization) {
    if (standardization.size() != images.channels()) {
      throw new DataException(
          "standardization: for %d channels; must be for the %d of the images"
              .formatted(standardization.size(), images.channels()));
    }
    this.images = images;
    this.firstIndex = firstIndex;
    this.standardized = new double[standardization.size()][PIXEL_VALUES];
    for (int channel = 0; channel < standardization.size(); channel++) {
      for (int pixel = 0; pixel < PIXEL_VALUES; pixel++) {
        standardized[channel][pixel] = standardization.get(channel).apply(pixel);
      }
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
      target[offset + pixel] = (float) standardized(example, pixel);
    }
  }

  /** The same in double precision. */
  public void copyStandardized(int example, double[] target, int offset) {
    int length = images.pixelsPerExample();
    Objects.checkFromIndexSize(offset, length, target.length);
    for (int pixel = 0; pixel < length; pixel++) {
      target[offset + pixel] = standardized(example, pixel);
    }
  }

  private double standardized(int example, int pixel) {
    return standardized[pixel / images.pixelsPerChannel()][images.pixel(example, pixel)];
  }

  /** What a pixel of value 0 becomes in a channel: what lies around an image. */
  public double background(int channel) {
    return standardized[channel][0];
  }
}
