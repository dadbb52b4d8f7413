package org.sgdwalk.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that gives up behind a number of bytes: what a packed file may unfold to. */
final class BoundedStream extends FilterInputStream {
  private final String name;
  private final long limit;
  private long left;

  /**
   * The first {@code limit} bytes of {@code in}; one more is an error.
   *
   * @param name how the message calls the file
   */
  BoundedStream(String name, InputStream in, long limit) {
    super(in);
    this.name = name;
    this.limit = limit;
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  /** Reads what it skips, so that it is counted. */
  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 1 << 13)];
    return skipped.length == 0 ? 0 : Math.max(read(skipped, 0, skipped.length), 0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw new DataException(
          name + ": unfolds to more bytes than it may; must be at most " + limit);
    }
  }
}
