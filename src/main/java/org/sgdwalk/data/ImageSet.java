package org.sgdwalk.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Labelled images as published, before any standardisation. Immutable.
 *
 * <p>A pixel is an unsigned byte, 0 to 255. Within an example pixels are row-major over channels x
 * rows x columns: one plane a channel, for colour all red rows, then all green, then all blue. Gray
 * has one channel.
 *
 * <p>Every image is an array of its own, so a set is as large as memory allows, not as an array (2
 * GB), and a selection of a set shares its images instead of copying them.
 */
public final class ImageSet {
  /** A label is an unsigned byte. */
  public static final int MAX_CLASSES = 256;

  private final ImageShape shape;
  private final int classes;
  private final List<byte[]> images;
  private final byte[] labels;

  /** Takes over a validated list and arrays without a copy. */
  ImageSet(ImageShape shape, int classes, List<byte[]> images, byte[] labels) {
    this.shape = shape;
    this.classes = classes;
    this.images = images;
    this.labels = labels;
  }

  /**
   * A set of copies of the given arrays.
   *
   * @param shape shape of every image
   * @param classes number of classes, 1 to 256
   * @param pixels examples x channels x rows x columns, row-major, unsigned
   * @param labels a label for each example, unsigned, below {@code classes}; at least one
   * @throws DataException if the sizes do not fit together or a label is out of range
   */
  public static ImageSet of(ImageShape shape, int classes, byte[] pixels, byte[] labels) {
    if (classes < 1 || classes > MAX_CLASSES || labels.length < 1) {
      throw new DataException(
          "image set: %d examples of %d classes; must be at least 1 of 1 to 256"
              .formatted(labels.length, classes));
    }
    int length = shape.pixels();
    if ((long) length * labels.length != pixels.length) {
      throw new DataException(
          "image set: %d pixels; must be %d examples of %s"
              .formatted(pixels.length, labels.length, shape));
    }
    for (byte label : labels) {
      if ((label & 0xff) >= classes) {
        throw new DataException(
            "image set: label " + (label & 0xff) + "; must be 0 to " + (classes - 1));
      }
    }
    List<byte[]> images =
        IntStream.range(0, labels.length)
            .mapToObj(i -> Arrays.copyOfRange(pixels, i * length, (i + 1) * length))
            .toList();
    return new ImageSet(shape, classes, images, labels.clone());
  }

  /**
   * The examples of all sets, one set behind the other; the images are shared.
   *
   * @param sets one or more
   * @throws DataException if their shapes or numbers of classes differ
   */
  static ImageSet concatenate(List<ImageSet> sets) {
    ImageSet first = sets.get(0);
    List<byte[]> images = new ArrayList<>();
    sets.forEach(set -> images.addAll(set.images));
    byte[] labels = new byte[images.size()];
    int next = 0;
    for (ImageSet set : sets) {
      if (!set.shape.equals(first.shape) || set.classes != first.classes) {
        throw new DataException(
            "image sets: %s of %d classes behind %s of %d; must have one shape and the same classes"
                .formatted(set.shape, set.classes, first.shape, first.classes));
      }
      System.arraycopy(set.labels, 0, labels, next, set.count());
      next += set.count();
    }
    return new ImageSet(first.shape, first.classes, images, labels);
  }

  /** Number of examples, 1 or more. */
  public int count() {
    return labels.length;
  }

  /** Number of classes; labels are 0 up to one less. */
  public int classes() {
    return classes;
  }

  /** The shape of every image. */
  public ImageShape shape() {
    return shape;
  }

  /** Channels of an image: 1 for gray, 3 for red, green and blue. */
  public int channels() {
    return shape.channels();
  }

  /** Rows of an image. */
  public int rows() {
    return shape.rows();
  }

  /** Columns of an image. */
  public int columns() {
    return shape.columns();
  }

  /** Pixels of one channel of an example: rows * columns. */
  public int pixelsPerChannel() {
    return shape.pixelsPerChannel();
  }

  /** Pixels of one example: channels * rows * columns. */
  public int pixelsPerExample() {
    return shape.pixels();
  }

  /**
   * A pixel, 0 to 255.
   *
   * @param example 0-based
   * @param pixel index within the example
   * @throws IndexOutOfBoundsException if there is no such pixel
   */
  public int pixel(int example, int pixel) {
    return pixels(example)[pixel] & 0xff;
  }

  /** All pixels of an example, the array itself: this package does not change it. */
  byte[] pixels(int example) {
    return images.get(example);
  }

  /**
   * The label of an example, 0 to {@link #classes} - 1.
   *
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public int label(int example) {
    return labels[Objects.checkIndex(example, count())] & 0xff;
  }

  /**
   * The {@code size} examples from {@code first} on. They are shared with this set; the others are
   * not kept in memory.
   *
   * @throws IndexOutOfBoundsException if there are not so many, or size is 0
   */
  public ImageSet slice(int first, int size) {
    Objects.checkFromIndexSize(first, size, count());
    return select(ExampleIndices.range(first, size));
  }

  /**
   * The given examples in the given order, shared likewise.
   *
   * @throws IndexOutOfBoundsException if one of them does not exist
   */
  ImageSet select(ExampleIndices indices) {
    List<byte[]> chosen = new ArrayList<>(indices.size());
    byte[] chosenLabels = new byte[indices.size()];
    for (int i = 0; i < chosenLabels.length; i++) {
      chosen.add(images.get(indices.get(i)));
      chosenLabels[i] = labels[indices.get(i)];
    }
    return new ImageSet(shape, classes, chosen, chosenLabels);
  }
}
