package org.sgdwalk.spec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes: of files for provenance, of names for {@link SeedStreams}. */
public final class Sha256 {
  private Sha256() {}

  /** 64 lower-case hexadecimal digits, as {@code sha256sum} prints them. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  /** The 32 bytes of the digest. */
  static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
