package org.sgdwalk.spec;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes: of files for provenance, of names for {@link SeedStreams}. */
public final class Sha256 {
  private static final int BUFFER = 1 << 16;

  private Sha256() {}

  /** 64 lower-case hexadecimal digits, as {@code sha256sum} prints them. */
  public static String of(byte[] bytes) {
    return hex(newDigest().digest(bytes));
  }

  /** The same of everything that is left of a stream, in one pass and with little memory. */
  public static String of(InputStream in) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return hex(digest.digest());
  }

  /** A digest to be fed piece by piece. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** A finished digest in lower-case hexadecimal digits. */
  public static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  /** The 32 bytes of the digest. */
  static byte[] digest(byte[] bytes) {
    return newDigest().digest(bytes);
  }
}
