package org.sgdwalk.data;

/**
 * Reader of CIFAR-10's binary version (Krizhevsky): records without a header, each a label byte and
 * the pixels of an image as planes of red, green and blue, each row-major. The number of records
 * follows from the length. Gzip if the name ends with {@code .gz}, else plain.
 */
final class CifarFile {
  static final int CHANNELS = 3;

  /** Rows and columns of an image. */
  static final int SIDE = 32;

  /** A label, then the pixels: 3,073 bytes. */
  static final int RECORD_BYTES = 1 + CHANNELS * SIDE * SIDE;

  /** All of CIFAR-10, in training and test: no batch holds more. It bounds what gzip can unfold. */
  static final int MAX_RECORDS = 60_000;

  private static final String EXPECTED = "records of " + RECORD_BYTES + " bytes";

  private CifarFile() {}

  /**
   * The examples of a file.
   *
   * @throws DataException at any defect of it
   */
  static ImageSet read(DataFile file) {
    byte[] records = records(file);
    if (records.length == 0) {
      throw new DataException(file.name() + ": is empty; must be " + EXPECTED);
    }
    if (records.length % RECORD_BYTES != 0) {
      throw new DataException(
          "%s: %d bytes, remainder %d; must be %s"
              .formatted(file.name(), records.length, records.length % RECORD_BYTES, EXPECTED));
    }
    byte[] labels = labels(file, records);
    return new ImageSet(CHANNELS, SIDE, SIDE, pixels(records, labels.length), labels);
  }

  private static byte[] records(DataFile file) {
    String expected = "at most " + MAX_RECORDS + " " + EXPECTED;
    if (file.name().endsWith(".gz")) {
      GzipContent content = new GzipContent(file);
      byte[] records = content.next(MAX_RECORDS * RECORD_BYTES);
      content.requireEnd(expected);
      return records;
    }
    int length = file.bytes().length;
    if (length > MAX_RECORDS * RECORD_BYTES) {
      throw new DataException(file.name() + ": " + length + " bytes; must be " + expected);
    }
    return file.bytes();
  }

  private static byte[] labels(DataFile file, byte[] records) {
    byte[] labels = new byte[records.length / RECORD_BYTES];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = records[i * RECORD_BYTES];
      if (labels[i] < 0 || labels[i] >= ImageSet.CLASSES) {
        throw new DataException(
            "%s: label %d of record %d, counted from 0; must be 0 to 9"
                .formatted(file.name(), labels[i] & 0xff, i));
      }
    }
    return labels;
  }

  private static byte[] pixels(byte[] records, int count) {
    int length = RECORD_BYTES - 1;
    byte[] pixels = new byte[count * length];
    for (int i = 0; i < count; i++) {
      System.arraycopy(records, i * RECORD_BYTES + 1, pixels, i * length, length);
    }
    return pixels;
  }
}
