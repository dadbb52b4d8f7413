package org.sgdwalk.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reader of IDX files, the format of MNIST (LeCun, Cortes and Burges), gzip-compressed if the name
 * ends with {@code .gz}: a big-endian header, then unsigned bytes. Images have magic 0x00000803,
 * count, rows, columns, then the pixels row-major; labels have magic 0x00000801, count, then one
 * byte each.
 */
final class IdxFile {
  /** Of MNIST and of Fashion-MNIST. */
  static final int CLASSES = 10;

  static final int IMAGES_MAGIC = 0x00000803;
  static final int LABELS_MAGIC = 0x00000801;

  /** No set of small images has larger ones; a header that says so is corrupt. */
  static final int MAX_SIDE = 4096;

  /** 20 times MNIST. It bounds what gzip can unfold. */
  static final int MAX_BYTES = 1 << 30;

  private IdxFile() {}

  /**
   * The examples of a file pair, and the sums of both files.
   *
   * @throws DataException at any defect of either file, or if their counts differ
   */
  static LoadedImages read(DataFile imagesFile, DataFile labelsFile) {
    try (FileContent images = new FileContent(imagesFile);
        FileContent labels = new FileContent(labelsFile)) {
      ImageSet set = read(images, labels);
      return new LoadedImages(
          set, Map.of(images.fileName(), images.sha256(), labels.fileName(), labels.sha256()));
    }
  }

  private static ImageSet read(FileContent images, FileContent labels) {
    magic(images, IMAGES_MAGIC, "images");
    int count = atLeastOne(images, "count");
    int rows = side(images, "rows");
    int columns = side(images, "columns");
    String shape = count + " images of " + rows + " x " + columns + " bytes";
    List<byte[]> pixels = records(images, count, rows * columns, shape);
    byte[] classes = labels(labels);
    if (classes.length != count) {
      throw new DataException(
          "%s: has %d labels, but %s has %d images; must be the same number"
              .formatted(labels.name(), classes.length, images.name(), count));
    }
    return new ImageSet(new ImageShape(1, rows, columns), CLASSES, pixels, classes);
  }

  private static byte[] labels(FileContent file) {
    magic(file, LABELS_MAGIC, "labels");
    int count = atLeastOne(file, "count");
    byte[] labels = records(file, 1, count, count + " labels of 1 byte").get(0);
    for (int i = 0; i < count; i++) {
      int label = labels[i] & 0xff;
      if (label >= CLASSES) {
        throw new DataException(
            file.name() + ": label " + label + " of example " + i + "; must be 0 to 9");
      }
    }
    return labels;
  }

  private static void magic(FileContent file, int right, String what) {
    int got = file.nextInt();
    if (got != right) {
      throw new DataException(
          "%s: magic number 0x%08x; must be 0x%08x (IDX %s)"
              .formatted(file.name(), got, right, what));
    }
  }

  private static int atLeastOne(FileContent file, String field) {
    int got = file.nextInt();
    if (got < 1) {
      throw new DataException(file.name() + ": " + field + " " + got + "; must be at least 1");
    }
    return got;
  }

  private static int side(FileContent file, String field) {
    int got = file.nextInt();
    if (got < 1 || got > MAX_SIDE) {
      throw new DataException(
          file.name() + ": " + field + " " + got + "; must be 1 to " + MAX_SIDE);
    }
    return got;
  }

  /** Everything behind the header. A corrupt count costs no memory: records come as bytes do. */
  private static List<byte[]> records(FileContent file, int count, int length, String expected) {
    long size = (long) count * length;
    if (size > MAX_BYTES) {
      throw new DataException(
          file.name() + ": " + expected + "; must be at most " + MAX_BYTES + " bytes");
    }
    List<byte[]> records = new ArrayList<>();
    while (records.size() < count) {
      byte[] record = file.next(length);
      if (record.length < length) {
        throw new DataException(
            "%s: %d bytes after the header; must be %d, for %s"
                .formatted(
                    file.name(), (long) records.size() * length + record.length, size, expected));
      }
      records.add(record);
    }
    file.requireEnd(expected);
    return records;
  }
}
