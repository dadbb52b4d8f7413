package org.sgdwalk.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data sets that a run can name, and where their files are: {@code fashion-mnist-3k} comes with
 * the program, on the class path; the others lie in a data directory, as {@code
 * NAME/train-images-idx3-ubyte.gz} and so on.
 */
public final class DataCatalog {
  /** 2,000 training and 1,000 test images of Fashion-MNIST; always available. */
  public static final String FASHION_MNIST_3K = "fashion-mnist-3k";

  private static final List<String> NAMES = List.of(FASHION_MNIST_3K, "mnist", "fashion-mnist");

  private final @Nullable Path directory;

  /**
   * A catalog over a data directory.
   *
   * @param directory the data directory; need not exist; null if none is set
   */
  public DataCatalog(@Nullable Path directory) {
    this.directory = directory;
  }

  /** The names that this catalog knows, available or not. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Whether the training files of {@code name}, which are all that a run reads, are there. They may
   * still turn out to have defects.
   *
   * @throws DataException if the catalog has no such name
   */
  public boolean isAvailable(String name) {
    requireKnown(name);
    return isPackaged(name)
        || (isPresent(name, Split.TRAINING.imagesFile())
            && isPresent(name, Split.TRAINING.labelsFile()));
  }

  /**
   * Reads a file pair.
   *
   * @throws DataUnavailableException if a file is not there
   * @throws DataException if the catalog has no such name or a file has a defect
   */
  public LoadedImages load(String name, Split split) {
    requireKnown(name);
    DataFile images = open(name, split.imagesFile());
    DataFile labels = open(name, split.labelsFile());
    return new LoadedImages(
        IdxFile.read(images, labels),
        Map.of(split.imagesFile(), images.sha256(), split.labelsFile(), labels.sha256()));
  }

  private DataFile open(String name, String file) {
    if (isPackaged(name)) {
      return DataFile.resource("fixtures/" + name + "/" + file);
    }
    if (directory == null) {
      throw unavailable(name, name + "/" + file + " is missing: no data directory is set");
    }
    Path path = directory.resolve(name).resolve(file);
    if (!Files.isRegularFile(path)) {
      throw unavailable(name, path + " is missing");
    }
    return DataFile.read(path);
  }

  private boolean isPresent(String name, String file) {
    return directory != null && Files.isRegularFile(directory.resolve(name).resolve(file));
  }

  private static boolean isPackaged(String name) {
    return name.equals(FASHION_MNIST_3K);
  }

  private static void requireKnown(String name) {
    if (!NAMES.contains(name)) {
      throw new DataException(
          "data.name: must be one of " + String.join(", ", NAMES) + ", got " + name);
    }
  }

  private static DataUnavailableException unavailable(String name, String what) {
    return new DataUnavailableException(
        "%s: %s; set -Dsgdwalk.data.dir (or SGDWALK_DATA_DIR) to a directory with %s/%s and %s/%s"
            .formatted(
                name, what, name, Split.TRAINING.imagesFile(), name, Split.TRAINING.labelsFile()));
  }
}
