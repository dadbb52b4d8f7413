package org.sgdwalk.trace.npz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.sgdwalk.trace.TraceException;

/**
 * The record at the end of a zip archive, which says how many entries its directory has: the
 * library's reader ends in silence at the first damaged one, and arrays would be missing.
 */
final class NumpyZipEnd {
  private static final int SIGNATURE = 0x06054b50;

  /** Of an entry's own header, with which an archive begins. */
  private static final int HEADER = 0x04034b50;

  /** Without the comment behind it. */
  private static final int BYTES = 22;

  /** The number of entries, behind signature, disks and the number on this disk. */
  private static final int COUNT_AT = 10;

  /** Stands for this number or any above it. */
  private static final int MANY = 0xffff;

  private NumpyZipEnd() {}

  /**
   * The number of entries by the last end in an archive, which is the one that counts.
   *
   * @param file name for errors
   * @return 0 where it is no archive
   * @throws TraceException when the end of an archive is missing or states too many
   */
  static int count(byte[] archive, String file) {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int first = Math.max(0, archive.length - BYTES - MANY);
    for (int at = archive.length - BYTES; at >= first; at--) {
      if (bytes.getInt(at) == SIGNATURE) {
        return requireFew(Short.toUnsignedInt(bytes.getShort(at + COUNT_AT)), file);
      }
    }
    if (archive.length >= Integer.BYTES && bytes.getInt(0) == HEADER) {
      throw new TraceException(
          file + ": broken zip archive: its directory is missing; must be a whole .npz file");
    }
    return 0;
  }

  private static int requireFew(int count, String file) {
    if (count == MANY) {
      throw new TraceException(file + ": " + MANY + " arrays or more; must be fewer");
    }
    return count;
  }
}
