package org.sgdwalk.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The full data sets, for the tests that need them and are skipped without them. */
final class FullDataSets {
  private FullDataSets() {}

  /** A catalog that has {@code name}; skips the test, with the reason, if there is none. */
  static DataCatalog having(String name) {
    @Nullable String directory = System.getProperty("sgdwalk.data.dir");
    if (directory == null) {
      directory = System.getenv("SGDWALK_DATA_DIR");
    }
    DataCatalog catalog = new DataCatalog(directory == null ? null : Path.of(directory));
    assumeTrue(
        catalog.isAvailable(name),
        name + " is not here: set -Dsgdwalk.data.dir (or SGDWALK_DATA_DIR), now " + directory);
    return catalog;
  }
}
