package org.sgdwalk.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.ClassSelection;

/**
 * The data sets that a run can name, and their images: {@code fashion-mnist-3k} and {@code
 * mnist-6k} come with the program, on the class path; the others are found in {@link DataPlaces},
 * or brought there.
 */
public final class DataCatalog {
  /** 2,000 training and 1,000 test images of Fashion-MNIST; always available. */
  public static final String FASHION_MNIST_3K = "fashion-mnist-3k";

  /** Colour images; without the archive it is made of the batches that are there, in order. */
  public static final String CIFAR_10 = "cifar-10";

  /** Colour images of 64 x 64, with a choice of classes. */
  public static final String TINY_IMAGENET = "tiny-imagenet";

  private final DataPlaces places;
  private final Delivery delivery;

  /** SHA-256 that files must have, by {@link #key} and name; of other sets any. */
  private final Map<String, Map<String, String>> required;

  /**
   * A catalog over a data directory alone.
   *
   * @param directory the data directory; need not exist; null if none is set
   */
  public DataCatalog(@Nullable Path directory) {
    this(new DataPlaces(directory, null), Delivery.NONE);
  }

  /**
   * A catalog over places.
   *
   * @param delivery is asked for a set that a load finds in no place
   */
  public DataCatalog(DataPlaces places, Delivery delivery) {
    this(places, delivery, Map.of());
  }

  private DataCatalog(
      DataPlaces places, Delivery delivery, Map<String, Map<String, String>> required) {
    this.places = places;
    this.delivery = delivery;
    this.required = Map.copyOf(required);
  }

  /**
   * The same, which refuses other training files than those of another machine.
   *
   * @param sums their SHA-256, {@link #sha256}, by {@link #key}; of sets without any all are taken
   */
  public DataCatalog requiring(Map<String, Map<String, String>> sums) {
    return new DataCatalog(places, delivery, sums);
  }

  /** What tells the files that a run reads from those of others: the set, and its classes. */
  public static String key(String name, @Nullable ClassSelection classes) {
    return classes == null ? name : name + " " + classes;
  }

  /** SHA-256 of the training files of a set, by name; reads them. */
  public Map<String, String> sha256(String name, @Nullable ClassSelection classes) {
    return load(name, Split.TRAINING, classes).sha256();
  }

  /** The names that this catalog knows, available or not. */
  public static List<String> names() {
    return PublishedSets.names();
  }

  /**
   * Whether the training files of {@code name}, which are all that a run reads, are there without a
   * delivery; of the batches of {@code cifar-10} the first. They may still turn out to have
   * defects.
   *
   * @throws DataException if the catalog has no such name, or a batch is missing before another
   */
  public boolean isAvailable(String name) {
    PublishedSet set = PublishedSets.named(name);
    return set.isPackaged() || places.locate(set, Split.TRAINING).isPresent();
  }

  /** Reads a part with all its classes; see the other method. */
  public LoadedImages load(String name, Split split) {
    return load(name, split, null);
  }

  /**
   * Reads a part of a set, delivered if need be.
   *
   * @param classes which classes; null for all, which is all that sets but {@code tiny-imagenet}
   *     have
   * @throws DataUnavailableException if it is not there and cannot be delivered
   * @throws DataException if the catalog has no such name, a file has a defect, or a batch is
   *     missing between others
   */
  public LoadedImages load(String name, Split split, @Nullable ClassSelection classes) {
    LoadedImages loaded = read(name, split, classes);
    Map<String, String> sums = required.get(key(name, classes));
    if (split == Split.TRAINING && sums != null && !sums.equals(loaded.sha256())) {
      throw new DataException(
          "%s: files with the SHA-256 %s; must be those of the study, %s"
              .formatted(name, loaded.sha256(), sums));
    }
    return loaded;
  }

  private LoadedImages read(String name, Split split, @Nullable ClassSelection classes) {
    PublishedSet set = PublishedSets.named(name);
    if (classes != null && !name.equals(TINY_IMAGENET)) {
      throw new DataException(
          "data.classes: %s is used with all its classes; must be left out, only %s has a choice"
              .formatted(name, TINY_IMAGENET));
    }
    if (set.isPackaged()) {
      return packaged(name, split);
    }
    List<Path> files = located(set, split).files();
    return switch (name) {
      case CIFAR_10 -> readCifar(files, split);
      case TINY_IMAGENET -> TinyImageNet.read(files.get(0), split, classes);
      default -> IdxFile.read(DataFile.at(files.get(0)), DataFile.at(files.get(1)));
    };
  }

  private LocatedFiles located(PublishedSet set, Split split) {
    Optional<LocatedFiles> found = places.locate(set, split);
    if (found.isPresent()) {
      return found.get();
    }
    MissingPart missing = new MissingPart(places, set, split);
    try {
      delivery.deliver(set);
    } catch (DataUnavailableException e) {
      throw missing.error(e);
    }
    return places.locate(set, split).orElseThrow(missing::error);
  }

  private static LoadedImages readCifar(List<Path> files, Split split) {
    return files.get(0).toString().endsWith(".tar.gz")
        ? CifarArchive.read(files.get(0), split)
        : CifarBatches.read(files);
  }

  private static LoadedImages packaged(String name, Split split) {
    String folder = "fixtures/" + name + "/";
    return IdxFile.read(
        DataFile.resource(folder + split.imagesFile()),
        DataFile.resource(folder + split.labelsFile()));
  }
}
