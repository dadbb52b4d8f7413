package org.sgdwalk.data;

import java.util.List;
import java.util.Objects;

/**
 * Examples of a training file with standardised pixels: what trains, or what validates. Immutable;
 * safe for use by many threads.
 */
public final class DataPart {
  private static final int PIXEL_VALUES = 256;

  private final ImageSet images;
  private final ExampleIndices indices;

  /** What the network sees of each pixel value, channel by channel: [channels][256]. */
  private final double[][] standardized;

  /**
   * A part of a file.
   *
   * @param images the examples of this part only
   * @param indices their indices in the file
   * @param standardization for every part the same: one for each channel
   * @throws DataException if there are not as many of them as channels, or not as many indices as
   *     examples
   */
  public DataPart(ImageSet images, ExampleIndices indices, List<Standardization> standardization) {
    if (standardization.size() != images.channels()) {
      throw new DataException(
          "standardization: for %d channels; must be for the %d of the images"
              .formatted(standardization.size(), images.channels()));
    }
    if (indices.size() != images.count()) {
      throw new DataException(
          "part of a file: %d indices; must be one for each of its %d examples"
              .formatted(indices.size(), images.count()));
    }
    this.images = images;
    this.indices = indices;
    this.standardized = new double[standardization.size()][PIXEL_VALUES];
    for (int channel = 0; channel < standardization.size(); channel++) {
      for (int pixel = 0; pixel < PIXEL_VALUES; pixel++) {
        standardized[channel][pixel] = standardization.get(channel).apply(pixel);
      }
    }
  }

  /** All of a set whose examples lie one behind the other in the file, from {@code first} on. */
  public DataPart(ImageSet images, int first, List<Standardization> standardization) {
    this(images, ExampleIndices.range(first, images.count()), standardization);
  }

  /** Number of examples, 1 or more. */
  public int size() {
    return images.count();
  }

  /** The examples as published; their shape too. */
  public ImageSet images() {
    return images;
  }

  /** Indices into the training file. */
  public ExampleIndices indices() {
    return indices;
  }

  /**
   * The label of an example, 0 up to the number of classes less one.
   *
   * @param example index within this part, 0-based
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public int label(int example) {
    return images.label(example);
  }

  /**
   * Copies the standardised pixels of an example, row-major over channels x rows x columns, to
   * {@code target[offset ...]}.
   *
   * @param example index within this part, 0-based
   * @throws IndexOutOfBoundsException if there is no such example or it does not fit
   */
  public void copyStandardized(int example, double[] target, int offset) {
    byte[] pixels = images.pixels(example);
    Objects.checkFromIndexSize(offset, pixels.length, target.length);
    int plane = images.pixelsPerChannel();
    for (int channel = 0; channel < standardized.length; channel++) {
      double[] values = standardized[channel];
      for (int pixel = channel * plane; pixel < (channel + 1) * plane; pixel++) {
        target[offset + pixel] = values[pixels[pixel] & 0xff];
      }
    }
  }

  /** Copies a view of the example; pixels around it are {@link #background}. */
  public void copyStandardized(int example, CropFlip view, double[] target, int offset) {
    if (view.equals(CropFlip.NONE)) {
      copyStandardized(example, target, offset);
      return;
    }
    byte[] pixels = images.pixels(example);
    Objects.checkFromIndexSize(offset, pixels.length, target.length);
    ImageShape shape = images.shape();
    int next = offset;
    for (int channel = 0; channel < shape.channels(); channel++) {
      int plane = channel * shape.pixelsPerChannel();
      for (int row = 0; row < shape.rows(); row++) {
        for (int column = 0; column < shape.columns(); column++) {
          int source = view.source(row, column, shape);
          int pixel = source < 0 ? 0 : pixels[plane + source] & 0xff;
          target[next++] = standardized[channel][pixel];
        }
      }
    }
  }

  /** What a pixel of value 0 becomes in a channel: what lies around an image. */
  public double background(int channel) {
    return standardized[channel][0];
  }
}
