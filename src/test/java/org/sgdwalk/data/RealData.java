package org.sgdwalk.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The real data sets, for the tests tagged {@code realdata}: in {@code sgdwalk.data.dir} (or {@code
 * SGDWALK_DATA_DIR}), else in the folder {@code shared/data} beside the checkout.
 */
public final class RealData {
  /** Of tests that need them. */
  public static final String TAG = "realdata";

  private RealData() {}

  private static Path directory() {
    return Optional.ofNullable(System.getProperty("sgdwalk.test.data.dir")) // the build's data.dir
        .or(() -> Optional.ofNullable(System.getenv("SGDWALK_DATA_DIR")))
        .filter(directory -> !directory.isBlank()) // not set, as in Settings
        .map(Path::of)
        .orElse(Path.of("..", "shared", "data"));
  }

  /** A catalog that has {@code name}; skips the test, with the reason, if there is none. */
  public static DataCatalog having(String name) {
    DataCatalog catalog = new DataCatalog(directory());
    assumeTrue(
        catalog.isAvailable(name),
        name
            + " is not in "
            + directory().toAbsolutePath().normalize()
            + ": set -Dsgdwalk.data.dir (or SGDWALK_DATA_DIR)");
    return catalog;
  }

  /** A file below the folder of a set; skips the test if it is not there. */
  static Path file(String path) {
    Path file = directory().resolve(path);
    assumeTrue(Files.isRegularFile(file), file.toAbsolutePath().normalize() + " is not there");
    return file;
  }

  /** The training images of a set. */
  static ImageSet training(String name) {
    return having(name).load(name, Split.TRAINING).images();
  }
}
