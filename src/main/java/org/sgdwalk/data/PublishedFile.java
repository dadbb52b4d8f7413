package org.sgdwalk.data;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file as its authors published it.
 *
 * @param name file name, without a folder
 * @param bytes its size, 1 or more
 * @param sha256 its published SHA-256, 64 lower-case hexadecimal digits; null if no sum is
 *     published, so that nobody can vouch for a copy
 */
public record PublishedFile(String name, long bytes, @Nullable String sha256) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** Checks the values: a name cannot leave its folder. */
  public PublishedFile {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name '" + name + "'; must be a plain file name");
    }
    if (bytes < 1) {
      throw new IllegalArgumentException(name + ": " + bytes + " bytes; must be 1 or more");
    }
    if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          name + ": sha256 '" + sha256 + "'; must be 64 lower-case hexadecimal digits");
    }
  }

  /** Whether a sum is published. */
  public boolean hasSum() {
    return sha256 != null;
  }

  /**
   * Whether a copy of this size and sum is the published file.
   *
   * @param size bytes of the copy
   * @param sum SHA-256 of the copy
   * @throws IllegalStateException if no sum is published
   */
  public boolean is(long size, String sum) {
    if (!hasSum()) {
      throw new IllegalStateException("no sum is published for " + name);
    }
    return size == bytes && Objects.equals(sum, sha256);
  }
}
