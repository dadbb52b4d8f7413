package org.sgdwalk.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data sets that a run can name, and where their files are: {@code fashion-mnist-3k} comes with
 * the program, on the class path; the others lie in a data directory, {@code mnist} and {@code
 * fashion-mnist} as {@code NAME/train-images-idx3-ubyte.gz} and so on, {@code cifar-10} as {@code
 * cifar-10/data_batch_1.bin.gz} and so on.
 */
public final class DataCatalog {
  /** 2,000 training and 1,000 test images of Fashion-MNIST; always available. */
  public static final String FASHION_MNIST_3K = "fashion-mnist-3k";

  /** Colour images; its training file is made of the batches that are there, in their order. */
  public static final String CIFAR_10 = "cifar-10";

  private static final List<String> NAMES =
      List.of(FASHION_MNIST_3K, "mnist", "fashion-mnist", CIFAR_10);

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
   * Whether the training files of {@code name}, which are all that a run reads, are there; of
   * {@code cifar-10} the first batch. They may still turn out to have defects.
   *
   * @throws DataException if the catalog has no such name
   */
  public boolean isAvailable(String name) {
    requireKnown(name);
    if (name.equals(CIFAR_10)) {
      return directory != null && new CifarBatches(directory.resolve(CIFAR_10)).isAvailable();
    }
    return isPackaged(name)
        || (isPresent(name, Split.TRAINING.imagesFile())
            && isPresent(name, Split.TRAINING.labelsFile()));
  }

  /**
   * Reads a file pair, or the batches of {@code cifar-10}.
   *
   * @throws DataUnavailableException if a file is not there
   * @throws DataException if the catalog has no such name, a file has a defect, or a batch is
   *     missing between others
   */
  public LoadedImages load(String name, Split split) {
    requireKnown(name);
    return name.equals(CIFAR_10) ? loadCifar(split) : loadIdx(name, split);
  }

  private LoadedImages loadCifar(Split split) {
    List<Path> files =
        directory == null ? List.of() : new CifarBatches(directory.resolve(CIFAR_10)).files(split);
    if (files.isEmpty()) {
      String first = CIFAR_10 + "/" + CifarBatches.firstFile(split);
      throw unavailable(CIFAR_10, first, first);
    }
    return CifarBatches.read(files);
  }

  private LoadedImages loadIdx(String name, Split split) {
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
    if (directory == null || !isPresent(name, file)) {
      String folder = name + "/";
      String wanted =
          folder + Split.TRAINING.imagesFile() + " and " + folder + Split.TRAINING.labelsFile();
      throw unavailable(name, folder + file, wanted);
    }
    return DataFile.read(directory.resolve(name).resolve(file));
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

  private DataUnavailableException unavailable(String name, String file, String wanted) {
    String what =
        directory == null
            ? file + " is missing: no data directory is set"
            : directory.resolve(file) + " is missing";
    return new DataUnavailableException(
        "%s: %s; set -Dsgdwalk.data.dir (or SGDWALK_DATA_DIR) to a directory with %s"
            .formatted(name, what, wanted));
  }
}
