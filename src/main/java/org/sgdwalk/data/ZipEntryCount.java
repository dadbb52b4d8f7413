package org.sgdwalk.data;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The number of entries that the end of a zip64 archive states. JDKs before 18 make a table of that
 * size before they read the first entry (JDK-8272746), so a file of 200 bytes could take all
 * memory. The other kind of end states 65,535 at most.
 */
final class ZipEntryCount {
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;

  /** The end's offset in the file, behind signature and disk. */
  private static final int OFFSET_AT = 8;

  private static final int END = 0x06064b50;
  private static final int END_BYTES = 56;

  /** The total, behind signature, size, versions, disks and the total of this disk. */
  private static final int TOTAL_AT = 32;

  /** A locator is followed by 22 bytes and a comment of up to 65,535. */
  private static final int TAIL = LOCATOR_BYTES + 22 + 65_535;

  private ZipEntryCount() {}

  /**
   * The largest number that any end of the file states, as a reader may take one or another; 0 if
   * none is zip64. As an unsigned number, so no less than it is.
   */
  static long largest(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      ByteBuffer tail = read(file, Math.max(0, file.length() - TAIL), TAIL);
      long largest = 0;
      for (int at = 0; at + LOCATOR_BYTES <= tail.limit(); at++) {
        if (tail.getInt(at) == LOCATOR) {
          long total = total(file, tail.getLong(at + OFFSET_AT));
          largest = total < 0 ? Long.MAX_VALUE : Math.max(largest, total);
        }
      }
      return largest;
    }
  }

  private static long total(RandomAccessFile file, long offset) throws IOException {
    if (offset < 0 || offset > file.length() - END_BYTES) {
      return 0;
    }
    ByteBuffer end = read(file, offset, END_BYTES);
    return end.getInt(0) == END ? end.getLong(TOTAL_AT) : 0;
  }

  private static ByteBuffer read(RandomAccessFile file, long from, int limit) throws IOException {
    byte[] bytes = new byte[(int) Math.min(limit, file.length() - from)];
    file.seek(from);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
