package org.sgdwalk.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reader of CIFAR-10's binary version (Krizhevsky): records without a header, each a label byte and
 * the pixels of an image as planes of red, green and blue, each row-major. The number of records
 * follows from the length. Gzip if the name ends with {@code .gz}, else plain.
 */
final class CifarFile {
  static final int CLASSES = 10;

  /** Of every image. */
  static final ImageShape SHAPE = new ImageShape(3, 32, 32);

  /** A label, then the pixels: 3,073 bytes. */
  static final int RECORD_BYTES = 1 + SHAPE.pixels();

  /** All of CIFAR-10, in training and test: no batch holds more. It bounds what gzip can unfold. */
  static final int MAX_RECORDS = 60_000;

  private static final String EXPECTED = "records of " + RECORD_BYTES + " bytes";

  private CifarFile() {}

  /**
   * The examples of a file and its sum.
   *
   * @throws DataException at any defect of it
   */
  static LoadedImages read(DataFile file) {
    try (FileContent content = new FileContent(file)) {
      ImageSet images = read(content.stream(), content);
      content.requireEnd("at most " + MAX_RECORDS + " " + EXPECTED);
      return new LoadedImages(images, Map.of(content.fileName(), content.sha256()));
    }
  }

  private static ImageSet read(InputStream records, FileContent content) {
    try {
      return read(content.name(), records);
    } catch (IOException | RuntimeException e) {
      throw content.broken(e);
    }
  }

  /**
   * The examples of a stream, up to its end or to as many as there can be at most.
   *
   * @param name how messages call it
   * @throws DataException at any defect of the records
   */
  static ImageSet read(String name, InputStream records) throws IOException {
    List<byte[]> images = new ArrayList<>();
    byte[] labels = new byte[MAX_RECORDS];
    while (images.size() < MAX_RECORDS) {
      int label = records.read();
      if (label < 0) {
        break;
      }
      byte[] pixels = records.readNBytes(SHAPE.pixels());
      requireWhole(name, images.size(), pixels);
      requireClass(name, images.size(), label);
      labels[images.size()] = (byte) label;
      images.add(pixels);
    }
    if (images.isEmpty()) {
      throw new DataException(name + ": is empty; must be " + EXPECTED);
    }
    return new ImageSet(SHAPE, CLASSES, images, Arrays.copyOf(labels, images.size()));
  }

  private static void requireWhole(String name, int record, byte[] pixels) {
    if (pixels.length < SHAPE.pixels()) {
      int rest = 1 + pixels.length;
      throw new DataException(
          "%s: %d bytes, remainder %d; must be %s"
              .formatted(name, record * RECORD_BYTES + rest, rest, EXPECTED));
    }
  }

  private static void requireClass(String name, int record, int label) {
    if (label >= CLASSES) {
      throw new DataException(
          "%s: label %d of record %d, counted from 0; must be 0 to 9"
              .formatted(name, label, record));
    }
  }
}
