package org.sgdwalk.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;

/** What lies where something else must be, and is not to be lost. */
public final class MovedFolder {
  private MovedFolder() {}

  /**
   * Renames a file or folder to the first of {@code NAME.WORD-1}, {@code NAME.WORD-2}, ... that is
   * free. The caller holds the lock of the place.
   *
   * @return its new path
   * @throws DiskException if it cannot be renamed
   */
  public static Path aside(Path place, String word) {
    Path free =
        IntStream.iterate(1, n -> n + 1)
            .mapToObj(n -> place.resolveSibling(place.getFileName() + "." + word + "-" + n))
            .filter(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS))
            .findFirst()
            .orElseThrow();
    try {
      return Files.move(place, free, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DiskException(place + ": is " + word + " and cannot be set aside", e);
    }
  }
}
