package org.sgdwalk.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;

/**
 * What a gzip file holds, front to back. Unlike {@link GZIPInputStream} alone it does not overlook
 * bytes behind the end of the gzip data. Memory grows with the bytes that arrive, whatever number
 * is asked for.
 */
final class GzipContent {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;

  /** CRC-32 and length, which end a gzip member. */
  private static final int TRAILER_BYTES = 8;

  private final DataFile file;
  private final WholeBuffer stream;

  /**
   * Opens {@code file}.
   *
   * @throws DataException if it is not gzip
   */
  GzipContent(DataFile file) {
    this.file = file;
    byte[] bytes = file.bytes();
    if (bytes.length < 2 || (bytes[0] & 0xff) != MAGIC_1 || (bytes[1] & 0xff) != MAGIC_2) {
      throw new DataException(file.name() + ": is not gzip; must be a gzip file (1f 8b ...)");
    }
    try {
      this.stream = new WholeBuffer(bytes);
    } catch (IOException e) {
      throw corrupt(e);
    }
  }

  /**
   * The next bytes as a big-endian signed integer.
   *
   * @throws DataException if the content ends before it
   */
  int nextInt() {
    byte[] bytes = next(Integer.BYTES);
    if (bytes.length < Integer.BYTES) {
      throw new DataException(file.name() + ": ends within the IDX header; bytes are missing");
    }
    return ByteBuffer.wrap(bytes).getInt();
  }

  /** The next {@code limit} bytes, or fewer if the content ends before. */
  byte[] next(int limit) {
    try {
      return stream.readNBytes(limit);
    } catch (IOException e) {
      throw corrupt(e);
    }
  }

  /**
   * Checks that the content ends here, that its check sum is right and that the file ends with it.
   *
   * @param expected what the content was to be, for the message
   * @throws DataException otherwise
   */
  void requireEnd(String expected) {
    if (next(1).length > 0) {
      throw new DataException(file.name() + ": bytes after the last one; must be " + expected);
    }
    int behind = stream.unread() - TRAILER_BYTES;
    if (behind != 0) {
      throw new DataException(
          file.name() + ": " + behind + " bytes after the gzip data; must end with it");
    }
  }

  private DataException corrupt(IOException e) {
    String what = e instanceof EOFException ? "gzip data is cut off" : "gzip data is corrupt";
    return new DataException(file.name() + ": " + what + "; must be a whole gzip file", e);
  }

  /** Its buffer holds the whole file, so that the inflater knows how much it left unread. */
  private static final class WholeBuffer extends GZIPInputStream {
    WholeBuffer(byte[] bytes) throws IOException {
      super(new ByteArrayInputStream(bytes), bytes.length);
    }

    int unread() {
      return inf.getRemaining();
    }
  }
}
