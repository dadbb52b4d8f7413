package org.sgdwalk.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A folder that is damaged, where a sound one must be, and that is not to be lost. */
public final class DamagedFolder {
  private static final String WORD = "damaged";
  private static final Pattern ASIDE = Pattern.compile(".*\\." + WORD + "-[0-9]+");

  private DamagedFolder() {}

  /** Whether a name is one that {@link #aside} gives. */
  public static boolean isAside(Path place) {
    return ASIDE.matcher(String.valueOf(place.getFileName())).matches();
  }

  /**
   * Renames a file or folder to the first of {@code NAME.damaged-1}, {@code NAME.damaged-2}, ...
   * that is free. The caller holds the lock of the place.
   *
   * @return its new path
   * @throws DiskException if it cannot be renamed
   */
  public static Path aside(Path place) {
    Path free =
        IntStream.iterate(1, n -> n + 1)
            .mapToObj(n -> place.resolveSibling(place.getFileName() + "." + WORD + "-" + n))
            .filter(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS))
            .findFirst()
            .orElseThrow();
    try {
      return Files.move(place, free, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DiskException(place + ": is damaged and cannot be set aside", e);
    }
  }
}
