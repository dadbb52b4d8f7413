package org.sgdwalk.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.NormalizationSpec;

/**
 * The images of one run, by the paper's rule: the first examples of the training file train, in a
 * balanced subset the first ones of each class, and its last ones validate.
 *
 * @param name name in the catalog
 * @param training the training part
 * @param validation the validation part; it shares no example with the training part
 * @param standardization of the training part or as given, applied to both: one for each channel
 * @param sha256 SHA-256 of each file read, by file name
 */
public record DataSet(
    String name,
    DataPart training,
    DataPart validation,
    List<Standardization> standardization,
    Map<String, String> sha256) {

  /** Copies the list, and the map, sorted by name. */
  public DataSet {
    standardization = List.copyOf(standardization);
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
  }

  /**
   * Loads what {@code spec} names, of which nothing is drawn; see the other method.
   *
   * @throws DataException as there
   */
  public static DataSet load(DataSpec spec, DataCatalog catalog) {
    return load(spec, 0, catalog);
  }

  /**
   * Loads what {@code spec} names; its chunk and its augmentation play no part here.
   *
   * @param seed what draws the examples, where the spec asks for such
   * @throws DataUnavailableException if the files are not on this machine
   * @throws DataException if the catalog has no such name, a file has a defect, there are fewer
   *     examples than both parts need, the subset or the normalisation cannot be of these images,
   *     or all training pixels of a channel are the same and no normalisation is given
   */
  public static DataSet load(DataSpec spec, long seed, DataCatalog catalog) {
    LoadedImages file = catalog.load(spec.name(), Split.TRAINING, spec.classes());
    ImageSet images = file.images();
    int count = images.count();
    if ((long) spec.train() + spec.validation() > count) {
      throw new DataException(
          "data.train %d and data.validation %d: the training file of %s has %d examples; their sum must be at most that"
              .formatted(spec.train(), spec.validation(), spec.name(), count));
    }
    Subsets subsets = Subsets.of(images, spec, seed);
    ImageSet training = images.select(subsets.training());
    List<Standardization> standardization = standardization(spec, training);
    return new DataSet(
        spec.name(),
        new DataPart(training, subsets.training(), standardization),
        new DataPart(images.select(subsets.validation()), subsets.validation(), standardization),
        standardization,
        file.sha256());
  }

  private static List<Standardization> standardization(DataSpec spec, ImageSet training) {
    NormalizationSpec given = spec.normalization();
    if (given == null) {
      return Standardization.of(training);
    }
    if (given.mean().size() != training.channels()) {
      throw new DataException(
          "data.normalization: for %d channels; must be for the %d of %s"
              .formatted(given.mean().size(), training.channels(), spec.name()));
    }
    return IntStream.range(0, given.mean().size())
        .mapToObj(i -> new Standardization(given.mean().get(i), given.std().get(i)))
        .toList();
  }

  /** Number of classes; labels are 0 up to one less. */
  public int classes() {
    return training.images().classes();
  }
}
