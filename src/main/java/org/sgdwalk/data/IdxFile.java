package org.sgdwalk.data;

/**
 * Reader of gzip-compressed IDX files, the format of MNIST (LeCun, Cortes and Burges): a big-endian
 * header, then unsigned bytes. Images have magic 0x00000803, count, rows, columns, then the pixels
 * row-major; labels have magic 0x00000801, count, then one byte each.
 */
final class IdxFile {
  static final int IMAGES_MAGIC = 0x00000803;
  static final int LABELS_MAGIC = 0x00000801;

  /** No set of small images has larger ones; a header that says so is corrupt. */
  static final int MAX_SIDE = 4096;

  private IdxFile() {}

  /**
   * The examples of a file pair.
   *
   * @throws DataException at any defect of either file, or if their counts differ
   */
  static ImageSet read(DataFile imagesFile, DataFile labelsFile) {
    GzipContent images = new GzipContent(imagesFile);
    magic(imagesFile, images.nextInt(), IMAGES_MAGIC, "images");
    int count = atLeastOne(imagesFile, "count", images.nextInt());
    int rows = side(imagesFile, "rows", images.nextInt());
    int columns = side(imagesFile, "columns", images.nextInt());
    String shape = count + " images of " + rows + " x " + columns + " bytes";
    byte[] pixels = payload(imagesFile, images, (long) count * rows * columns, shape);
    byte[] labels = readLabels(labelsFile);
    if (labels.length != count) {
      throw new DataException(
          "%s: has %d labels, but %s has %d images; must be the same number"
              .formatted(labelsFile.name(), labels.length, imagesFile.name(), count));
    }
    return new ImageSet(1, rows, columns, pixels, labels);
  }

  private static byte[] readLabels(DataFile file) {
    GzipContent content = new GzipContent(file);
    magic(file, content.nextInt(), LABELS_MAGIC, "labels");
    int count = atLeastOne(file, "count", content.nextInt());
    byte[] labels = payload(file, content, count, count + " labels of 1 byte");
    for (int i = 0; i < count; i++) {
      int label = labels[i] & 0xff;
      if (label >= ImageSet.CLASSES) {
        throw new DataException(
            file.name() + ": label " + label + " of example " + i + "; must be 0 to 9");
      }
    }
    return labels;
  }

  private static void magic(DataFile file, int got, int right, String what) {
    if (got != right) {
      throw new DataException(
          "%s: magic number 0x%08x; must be 0x%08x (IDX %s)"
              .formatted(file.name(), got, right, what));
    }
  }

  private static int atLeastOne(DataFile file, String field, int got) {
    if (got < 1) {
      throw new DataException(file.name() + ": " + field + " " + got + "; must be at least 1");
    }
    return got;
  }

  private static int side(DataFile file, String field, int got) {
    if (got < 1 || got > MAX_SIDE) {
      throw new DataException(
          file.name() + ": " + field + " " + got + "; must be 1 to " + MAX_SIDE);
    }
    return got;
  }

  private static byte[] payload(DataFile file, GzipContent content, long size, String expected) {
    // No array can hold more. A corrupt count below that costs no memory either: see GzipContent.
    byte[] bytes = content.next((int) Math.min(size, Integer.MAX_VALUE));
    if (bytes.length != size) {
      throw new DataException(
          "%s: %d bytes after the header; must be %d, for %s"
              .formatted(file.name(), bytes.length, size, expected));
    }
    content.requireEnd(expected);
    return bytes;
  }
}
