package org.sgdwalk.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * What the members of a gzip file hold, one behind the other (RFC 1952, section 2.2: a file is a
 * series of members, as bgzip, parallel compressors and {@code cat} write it). Each is checked by
 * its CRC-32 and length. The stream ends behind the last member; what lies there is left unread.
 */
final class GzipMembers extends InputStream {
  private static final byte[] MAGIC = {0x1f, (byte) 0x8b};

  private final InputStream file;
  private InputStream member;

  /**
   * Starts with the first member.
   *
   * @param file supports marks, so that the decoder hands back what lies behind a member
   */
  GzipMembers(InputStream file) throws IOException {
    this.file = file;
    this.member = next();
  }

  /** Whether a member begins here; nothing is read. */
  static boolean begins(InputStream file) throws IOException {
    file.mark(MAGIC.length);
    byte[] start = file.readNBytes(MAGIC.length);
    file.reset();
    return Arrays.equals(start, MAGIC);
  }

  private InputStream next() throws IOException {
    return GzipCompressorInputStream.builder()
        .setInputStream(file)
        .setDecompressConcatenated(false)
        .get();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** A member may be empty, as the last one of bgzip is. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = member.read(target, offset, length);
    while (read < 0 && begins(file)) {
      member = next();
      read = member.read(target, offset, length);
    }
    return read;
  }
}
