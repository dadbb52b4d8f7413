package org.sgdwalk.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sgdwalk.spec.DataSpec;

/**
 * The images of one run, by the paper's rule: the first examples of the training file train, its
 * last ones validate.
 *
 * @param name name in the catalog
 * @param training the training part
 * @param validation the validation part; it shares no example with the training part
 * @param standardization made of the training part, applied to both: one for each channel
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
   * Loads what {@code spec} names; its chunk plays no part here.
   *
   * @throws DataUnavailableException if the files are not on this machine
   * @throws DataException if the catalog has no such name, a file has a defect, there are fewer
   *     examples than both parts need, or all training pixels of a channel are the same
   */
  public static DataSet load(DataSpec spec, DataCatalog catalog) {
    LoadedImages file = catalog.load(spec.name(), Split.TRAINING);
    ImageSet images = file.images();
    int count = images.count();
    if ((long) spec.train() + spec.validation() > count) {
      throw new DataException(
          "data.train %d and data.validation %d: the training file of %s has %d examples; their sum must be at most that"
              .formatted(spec.train(), spec.validation(), spec.name(), count));
    }
    ImageSet first = images.slice(0, spec.train());
    int validationStart = count - spec.validation();
    ImageSet last = images.slice(validationStart, spec.validation());
    List<Standardization> standardization = Standardization.of(first);
    return new DataSet(
        spec.name(),
        new DataPart(first, 0, standardization),
        new DataPart(last, validationStart, standardization),
        standardization,
        file.sha256());
  }

  /** Number of classes; labels are 0 up to one less. */
  public int classes() {
    return ImageSet.CLASSES;
  }
}
