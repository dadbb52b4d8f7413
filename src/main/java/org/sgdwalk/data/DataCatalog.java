package org.sgdwalk.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.ClassSelection;

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

  /** Colour images of 64 x 64, with a choice of classes. */
  public static final String TINY_IMAGENET = "tiny-imagenet";

  private static final List<String> NAMES =
      List.of(FASHION_MNIST_3K, "mnist", "fashion-mnist", CIFAR_10, TINY_IMAGENET);

  private static final String CIFAR_ARCHIVE = "cifar-10-binary.tar.gz";

  private static final List<String> TINY_IMAGENET_PLACES =
      List.of("tiny-imagenet-200", "tiny-imagenet-200.zip", "tiny-imagenet-200-subset20.zip");

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
      return directory != null
          && (new CifarBatches(directory.resolve(CIFAR_10)).isAvailable()
              || isPresent(CIFAR_10, CIFAR_ARCHIVE));
    }
    if (name.equals(TINY_IMAGENET)) {
      return tinyImageNet().isPresent();
    }
    return isPackaged(name)
        || (isAnyPresent(name, Split.TRAINING.imagesFile())
            && isAnyPresent(name, Split.TRAINING.labelsFile()));
  }

  /** Reads a part with all its classes; see the other method. */
  public LoadedImages load(String name, Split split) {
    return load(name, split, null);
  }

  /**
   * Reads a file pair, the batches of {@code cifar-10}, or the archive or folder of {@code
   * tiny-imagenet}.
   *
   * @param classes which classes; null for all, which is all that sets but {@code tiny-imagenet}
   *     have
   * @throws DataUnavailableException if a file is not there
   * @throws DataException if the catalog has no such name, a file has a defect, or a batch is
   *     missing between others
   */
  public LoadedImages load(String name, Split split, @Nullable ClassSelection classes) {
    requireKnown(name);
    if (name.equals(TINY_IMAGENET)) {
      Path path = tinyImageNet().orElseThrow(() -> tinyImageNetUnavailable());
      return TinyImageNet.read(path, split, classes);
    }
    if (classes != null) {
      throw new DataException(
          "data.classes: %s is used with all its classes; must be left out, only %s has a choice"
              .formatted(name, TINY_IMAGENET));
    }
    return name.equals(CIFAR_10) ? loadCifar(split) : loadIdx(name, split);
  }

  private Optional<Path> tinyImageNet() {
    return Optional.ofNullable(directory).map(in -> in.resolve(TINY_IMAGENET)).stream()
        .flatMap(in -> TINY_IMAGENET_PLACES.stream().map(in::resolve))
        .filter(Files::exists)
        .findFirst();
  }

  private DataUnavailableException tinyImageNetUnavailable() {
    String wanted = TINY_IMAGENET + "/" + TINY_IMAGENET_PLACES.get(1);
    return unavailable(TINY_IMAGENET, wanted, wanted);
  }

  private LoadedImages loadCifar(Split split) {
    List<Path> files =
        directory == null ? List.of() : new CifarBatches(directory.resolve(CIFAR_10)).files(split);
    if (files.isEmpty() && directory != null && isPresent(CIFAR_10, CIFAR_ARCHIVE)) {
      return CifarArchive.read(directory.resolve(CIFAR_10).resolve(CIFAR_ARCHIVE), split);
    }
    if (files.isEmpty()) {
      String first = CIFAR_10 + "/" + CifarBatches.firstFile(split);
      throw unavailable(CIFAR_10, first, first);
    }
    return CifarBatches.read(files);
  }

  private LoadedImages loadIdx(String name, Split split) {
    return IdxFile.read(open(name, split.imagesFile()), open(name, split.labelsFile()));
  }

  private DataFile open(String name, String file) {
    if (isPackaged(name)) {
      return DataFile.resource("fixtures/" + name + "/" + file);
    }
    String plain = file.replaceFirst("[.]gz$", "");
    if (directory != null && !isPresent(name, file) && isPresent(name, plain)) {
      return DataFile.at(directory.resolve(name).resolve(plain));
    }
    if (directory == null || !isPresent(name, file)) {
      String folder = name + "/";
      String wanted =
          folder + Split.TRAINING.imagesFile() + " and " + folder + Split.TRAINING.labelsFile();
      throw unavailable(name, folder + file, wanted);
    }
    return DataFile.at(directory.resolve(name).resolve(file));
  }

  private boolean isAnyPresent(String name, String file) {
    return isPresent(name, file) || isPresent(name, file.replaceFirst("[.]gz$", ""));
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
