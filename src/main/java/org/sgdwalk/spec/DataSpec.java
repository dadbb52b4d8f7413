package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which images are used. As in the paper, the first ones of the training file train and its last
 * ones validate.
 *
 * @param name name in the data catalog, for example {@code fashion-mnist-3k}
 * @param train number of training examples N
 * @param validation number of validation examples: the last ones of the training file
 * @param chunk examples a chunk when a full-batch quantity is computed. Chunks are fixed for the
 *     whole run; train-mode batch norm takes its statistics over a chunk, so with batch norm L
 *     depends on it
 * @param subset which examples train
 * @param classes which classes are used, or null for all
 * @param normalization what pixels are standardised by, or null for mean and standard deviation of
 *     the training examples
 * @param augmentation what happens to the images of a mini-batch, or null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataSpec(
    String name,
    int train,
    int validation,
    int chunk,
    Subset subset,
    @Nullable ClassSelection classes,
    @Nullable NormalizationSpec normalization,
    @Nullable Augmentation augmentation) {
  /** Chunk size when a spec names none. */
  public static final int DEFAULT_CHUNK = 500;

  /** Checks the sizes. */
  public DataSpec {
    require(!name.isBlank(), "data.name", "the name of a data set", "a blank");
    Bounds.requireCount(train, Bounds.IMAGES, "data.train");
    Bounds.requireCount(validation, Bounds.IMAGES, "data.validation");
    Bounds.requireCount(chunk, Bounds.IMAGES, "data.chunk");
  }

  /** The first examples of all classes, by their own mean and standard deviation. */
  public DataSpec(String name, int train, int validation, int chunk) {
    this(name, train, validation, chunk, Subset.FIRST, null, null, null);
  }

  /** Gives these images with those of a mini-batch changed so, or null for as they are. */
  public DataSpec augmentedBy(@Nullable Augmentation newAugmentation) {
    return new DataSpec(
        name, train, validation, chunk, subset, classes, normalization, newAugmentation);
  }

  /** Checks that nothing is asked of images that are not there, as with a quadratic. */
  void requireNone() {
    requireNone("train", train == 1, "1", train);
    requireNone("validation", validation == 1, "1", validation);
    requireNone("subset", subset == Subset.FIRST, "left out", subset);
    requireNone("classes", classes == null, "left out", classes);
    requireNone("normalization", normalization == null, "left out", normalization);
    requireNone("augmentation", augmentation == null, "left out", augmentation);
  }

  private static void requireNone(String key, boolean holds, String rule, @Nullable Object got) {
    require(
        holds, "data." + key, rule + " with network.kind quadratic, which has no examples", got);
  }

  @JsonCreator
  static DataSpec of(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "train", required = true) int train,
      @JsonProperty(value = "validation", required = true) int validation,
      @JsonProperty("chunk") @Nullable Integer chunk,
      @JsonProperty("subset") @Nullable Subset subset,
      @JsonProperty("classes") @Nullable ClassSelection classes,
      @JsonProperty("normalization") @Nullable NormalizationSpec normalization,
      @JsonProperty("augmentation") @Nullable Augmentation augmentation) {
    return new DataSpec(
        name,
        train,
        validation,
        orDefault(chunk, DEFAULT_CHUNK),
        orDefault(subset, Subset.FIRST),
        classes,
        normalization,
        augmentation);
  }

  /** Number of classes that are taken of a data set that has so many. */
  public int numberOfClasses(int inSet) {
    return classes == null ? inSet : classes.size();
  }

  /** Gives these images in chunks of another size. */
  public DataSpec withChunk(int newChunk) {
    return new DataSpec(
        name, train, validation, newChunk, subset, classes, normalization, augmentation);
  }
}
