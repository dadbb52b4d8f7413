package org.sgdwalk.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Labelled images as published, before any standardisation. Immutable.
 *
 * <p>A pixel is an unsigned byte, 0 to 255. Within an example pixels are row-major over channels x
 * rows x columns: one plane a channel, for colour all red rows, then all green, then all blue. Gray
 * has one channel.
 */
public final class ImageSet {
  /** Number of classes in every data set of the catalog; labels are 0 to 9. */
  public static final int CLASSES = 10;

  private final int channels;
  private final int rows;
  private final int columns;
  private final byte[] pixels;
  private final byte[] labels;

  /** Takes over validated arrays without a copy: a full training file has 47 million pixels. */
  ImageSet(int channels, int rows, int columns, byte[] pixels, byte[] labels) {
    this.channels = channels;
    this.rows = rows;
    this.columns = columns;
    this.pixels = pixels;
    this.labels = labels;
  }

  /**
   * A set of copies of the given arrays.
   *
   * @param channels channels of an image, 1 or more
   * @param rows rows of an image, 1 or more
   * @param columns columns of an image, 1 or more
   * @param pixels examples x channels x rows x columns, row-major, unsigned
   * @param labels a label for each example, 0 to 9; at least one
   * @throws DataException if the sizes do not fit together or a label is out of range
   */
  public static ImageSet of(int channels, int rows, int columns, byte[] pixels, byte[] labels) {
    if (channels < 1 || rows < 1 || columns < 1 || labels.length < 1) {
      throw new DataException(
          "image set: %d examples of %d x %d x %d; must be at least 1 each"
              .formatted(labels.length, channels, rows, columns));
    }
    // In double precision no product of the four overflows, and those that an array can hold are
    // exact.
    if ((double) channels * rows * columns * labels.length != pixels.length) {
      throw new DataException(
          "image set: %d pixels; must be %d examples of %d x %d x %d"
              .formatted(pixels.length, labels.length, channels, rows, columns));
    }
    for (byte label : labels) {
      if (label < 0 || label >= CLASSES) {
        throw new DataException("image set: label " + (label & 0xff) + "; must be 0 to 9");
      }
    }
    return new ImageSet(channels, rows, columns, pixels.clone(), labels.clone());
  }

  /**
   * The examples of all sets, one set behind the other.
   *
   * @param sets one or more; an array can hold their pixels together
   * @throws DataException if their shapes differ
   */
  static ImageSet concatenate(List<ImageSet> sets) {
    ImageSet first = sets.get(0);
    int count = 0;
    for (ImageSet set : sets) {
      first.requireSameShape(set);
      count += set.count();
    }
    int length = first.pixelsPerExample();
    byte[] pixels = new byte[Math.multiplyExact(count, length)];
    byte[] labels = new byte[count];
    int next = 0;
    for (ImageSet set : sets) {
      System.arraycopy(set.pixels, 0, pixels, next * length, set.pixels.length);
      System.arraycopy(set.labels, 0, labels, next, set.count());
      next += set.count();
    }
    return new ImageSet(first.channels, first.rows, first.columns, pixels, labels);
  }

  private void requireSameShape(ImageSet other) {
    if (other.channels != channels || other.rows != rows || other.columns != columns) {
      throw new DataException(
          "image sets: %d x %d x %d behind %d x %d x %d; must have one shape"
              .formatted(other.channels, other.rows, other.columns, channels, rows, columns));
    }
  }

  /** Number of examples, 1 or more. */
  public int count() {
    return labels.length;
  }

  /** Channels of an image: 1 for gray, 3 for red, green and blue. */
  public int channels() {
    return channels;
  }

  /** Rows of an image. */
  public int rows() {
    return rows;
  }

  /** Columns of an image. */
  public int columns() {
    return columns;
  }

  /** Pixels of one channel of an example: rows * columns. */
  public int pixelsPerChannel() {
    return rows * columns;
  }

  /** Pixels of one example: channels * rows * columns. */
  public int pixelsPerExample() {
    return channels * rows * columns;
  }

  /**
   * A pixel, 0 to 255.
   *
   * @param example 0-based
   * @param pixel index within the example
   * @throws IndexOutOfBoundsException if there is no such pixel
   */
  public int pixel(int example, int pixel) {
    Objects.checkIndex(example, count());
    Objects.checkIndex(pixel, pixelsPerExample());
    return pixels[example * pixelsPerExample() + pixel] & 0xff;
  }

  /**
   * The label of an example, 0 to 9.
   *
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public int label(int example) {
    return labels[Objects.checkIndex(example, count())];
  }

  /**
   * A set of the {@code size} examples from {@code first} on, which does not keep the others in
   * memory.
   *
   * @throws IndexOutOfBoundsException if there are not so many, or size is 0
   */
  public ImageSet slice(int first, int size) {
    Objects.checkFromIndexSize(first, size, count());
    Objects.checkIndex(0, size);
    int length = pixelsPerExample();
    return new ImageSet(
        channels,
        rows,
        columns,
        Arrays.copyOfRange(pixels, first * length, (first + size) * length),
        Arrays.copyOfRange(labels, first, first + size));
  }
}
