package org.sgdwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Two traces of one run: their files are the same but for where and with what it was made. */
public final class SameTables {
  private static final String MANIFEST = "manifest.json";

  private SameTables() {}

  /** Fails unless both folders have the same files, and all but the manifest the same bytes. */
  public static void assertSame(Path trace, Path expected) throws IOException {
    List<String> names = names(expected);
    assertThat(names(trace)).as(trace.toString()).isEqualTo(names).contains(MANIFEST);
    for (String name : names) {
      if (!name.equals(MANIFEST)) {
        assertThat(trace.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
