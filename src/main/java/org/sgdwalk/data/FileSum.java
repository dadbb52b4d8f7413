package org.sgdwalk.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Size and SHA-256 of bytes that need not fit in memory.
 *
 * @param bytes how many there are, or one more than was asked for if there are more than that
 * @param sha256 the sum of those, 64 lower-case hexadecimal digits
 */
public record FileSum(long bytes, String sha256) {
  private static final int BUFFER = 1 << 16;

  /** Of a whole file. */
  public static FileSum of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in, Long.MAX_VALUE - 1);
    }
  }

  /** Of what is left in a stream, of at most {@code limit + 1} bytes: gzip unfolds a lot. */
  static FileSum of(InputStream in, long limit) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] buffer = new byte[BUFFER];
    long count = 0;
    for (int read = 0; read >= 0 && count <= limit; ) {
      count += read;
      digest.update(buffer, 0, read);
      read = in.read(buffer, 0, (int) Math.min(BUFFER, limit + 1 - count));
    }
    return new FileSum(count, Hex.encodeHexString(digest.digest()));
  }

  boolean isOf(PublishedFile published) {
    return published.is(bytes, sha256);
  }

  /** For people: in what it differs from a published file. */
  public String differenceFrom(PublishedFile published) {
    if (bytes < published.bytes()) {
      return String.format(
          Locale.ROOT,
          "%,d bytes of the original's %,d: a part of it at most",
          bytes,
          published.bytes());
    }
    return bytes > published.bytes()
        ? String.format(Locale.ROOT, "more bytes than the original's %,d", published.bytes())
        : "sha256 " + sha256 + "; the original has " + published.sha256();
  }
}
