package org.sgdwalk.run.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** What tells two builds of this program apart. */
final class ProgramSum {
  private static final String CHANGED = "-dirty";
  private static final String UNKNOWN = "unknown";

  private ProgramSum() {}

  /** The revision where it says all; where the tree had changes, with the sum of the classes. */
  static String of(String revision) {
    return revision.endsWith(CHANGED) || revision.equals(UNKNOWN)
        ? revision + ", classes " + Classes.SUM
        : revision;
  }

  /** Made once, when it is asked for. */
  private static final class Classes {
    static final String SUM = sum();

    private static String sum() {
      try {
        Path place =
            Path.of(ProgramSum.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Files.isDirectory(place) ? ofFolder(place) : ofFile(place);
      } catch (IOException e) {
        throw new UncheckedIOException("the program's own classes cannot be read", e);
      } catch (URISyntaxException e) {
        throw new IllegalStateException("the program's own classes are nowhere", e);
      }
    }

    private static String ofFolder(Path folder) throws IOException {
      try (Stream<Path> paths = Files.walk(folder)) {
        List<Path> classes =
            paths.filter(path -> path.toString().endsWith(".class")).sorted().toList();
        StringBuilder lines = new StringBuilder();
        for (Path path : classes) {
          lines.append(ofFile(path)).append("  ").append(folder.relativize(path)).append('\n');
        }
        return DigestUtils.sha256Hex(lines.toString());
      }
    }

    private static String ofFile(Path file) throws IOException {
      return DigestUtils.sha256Hex(Files.readAllBytes(file));
    }
  }
}
