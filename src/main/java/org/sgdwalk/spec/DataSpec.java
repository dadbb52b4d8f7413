package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which images are used. As in the paper, the first ones of the training file train and its last
 * ones validate.
 *
 * @param name name in the data catalog, for example {@code fashion-mnist-3k}
 * @param train number of training examples N: the first N of the training file
 * @param validation number of validation examples: the last ones of the training file
 * @param chunk examples a chunk when a full-batch quantity is computed. Chunks are fixed for the
 *     whole run; train-mode batch norm takes its statistics over a chunk, so with batch norm L
 *     depends on it
 */
public record DataSpec(String name, int train, int validation, int chunk) {
  /** Chunk size when a spec names none. */
  public static final int DEFAULT_CHUNK = 500;

  /** Checks the sizes. */
  public DataSpec {
    require(!name.isBlank(), "data.name", "the name of a data set", "a blank");
    require(train >= 1, "data.train", "at least 1", train);
    require(validation >= 1, "data.validation", "at least 1", validation);
    require(chunk >= 1, "data.chunk", "at least 1", chunk);
  }

  @JsonCreator
  static DataSpec of(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "train", required = true) int train,
      @JsonProperty(value = "validation", required = true) int validation,
      @JsonProperty("chunk") @Nullable Integer chunk) {
    return new DataSpec(name, train, validation, orDefault(chunk, DEFAULT_CHUNK));
  }
}
