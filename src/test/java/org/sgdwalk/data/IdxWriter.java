package org.sgdwalk.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Writes IDX content with any header, right or wrong. */
final class IdxWriter {
  private IdxWriter() {}

  /** A header of 32-bit big-endian fields, then {@code payload}. */
  static byte[] content(byte[] payload, int... header) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * header.length + payload.length);
    for (int field : header) {
      buffer.putInt(field);
    }
    return buffer.put(payload).array();
  }

  /** Valid content of a file with images. */
  static byte[] images(int rows, int columns, byte[] pixels) {
    int count = pixels.length / (rows * columns);
    return content(pixels, IdxFile.IMAGES_MAGIC, count, rows, columns);
  }

  /** Valid content of a file with labels. */
  static byte[] labels(byte[] labels) {
    return content(labels, IdxFile.LABELS_MAGIC, labels.length);
  }

  /** The file with the images of a gray set: the inverse of reading. */
  static byte[] images(ImageSet set) {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    for (int example = 0; example < set.count(); example++) {
      pixels.writeBytes(set.pixels(example));
    }
    return content(
        pixels.toByteArray(), IdxFile.IMAGES_MAGIC, set.count(), set.rows(), set.columns());
  }

  /** The file with its labels. */
  static byte[] labels(ImageSet set) {
    byte[] labels = new byte[set.count()];
    for (int example = 0; example < labels.length; example++) {
      labels[example] = (byte) set.label(example);
    }
    return labels(labels);
  }

  /** A gzip file; Java stores neither a time stamp nor a file name. */
  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A gzip file of several members: one for each part. */
  static byte[] gzipMembers(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(gzip(part));
    }
    return bytes.toByteArray();
  }

  /** The same of parts of one length, the last one shorter. */
  static byte[] gzipInMembersOf(int length, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int from = 0; from < content.length; from += length) {
      bytes.writeBytes(
          gzip(Arrays.copyOfRange(content, from, Math.min(from + length, content.length))));
    }
    return bytes.toByteArray();
  }
}
