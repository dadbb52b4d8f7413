package org.sgdwalk.run.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.sgdwalk.net.BuildInfo;

/** What tells two builds of this program apart. */
public final class ProgramSum {
  private static final String CHANGED = "-dirty";
  private static final String UNKNOWN = "unknown";

  private ProgramSum() {}

  /** Of the program that runs: the revision where it says all, and so on. */
  public static String here() {
    return of(BuildInfo.revision());
  }

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
        return Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
      } catch (IOException e) {
        throw new UncheckedIOException("the program's own classes cannot be read", e);
      } catch (URISyntaxException e) {
        throw new IllegalStateException("the program's own classes are nowhere", e);
      }
    }

    /** The same sum as of the folder that was packed, whatever else is in the jar. */
    private static String ofJar(Path jar) throws IOException {
      try (FileSystem packed = FileSystems.newFileSystem(jar)) {
        return ofFolder(packed.getPath("/"));
      }
    }

    private static String ofFolder(Path folder) throws IOException {
      try (Stream<Path> paths = Files.walk(folder.resolve("org/sgdwalk"))) {
        List<String> lines = new ArrayList<>();
        for (Path path : paths.filter(path -> path.toString().endsWith(".class")).toList()) {
          lines.add(folder.relativize(path) + "  " + ofFile(path));
        }
        lines.sort(Comparator.naturalOrder());
        return DigestUtils.sha256Hex(String.join("\n", lines));
      }
    }

    private static String ofFile(Path file) throws IOException {
      return DigestUtils.sha256Hex(Files.readAllBytes(file));
    }
  }
}
