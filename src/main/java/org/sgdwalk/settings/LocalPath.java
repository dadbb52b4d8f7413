package org.sgdwalk.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths that a person wrote. */
public final class LocalPath {
  private LocalPath() {}

  /**
   * The path of a text; empty where the file system cannot have one of that name: with a NUL, or
   * with a letter that the locale's encoding lacks, as any but ASCII where the locale is POSIX.
   */
  public static Optional<Path> find(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What a text must be to have a path here. */
  public static String rule() {
    return "a path in this locale's encoding, "
        + System.getProperty("sun.jnu.encoding", "unknown")
        + " (LC_ALL=C.UTF-8 has every letter)";
  }
}
