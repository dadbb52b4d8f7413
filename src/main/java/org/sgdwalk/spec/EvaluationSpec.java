package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Loss and accuracy on the training and validation parts at ends of epochs.
 *
 * @param everyEpochs period in epochs; epoch 0 (before training) and the last are always evaluated
 */
public record EvaluationSpec(int everyEpochs) {
  /** Every epoch. */
  public static final int DEFAULT_EVERY_EPOCHS = 1;

  /** Checks the period. */
  public EvaluationSpec {
    require(everyEpochs >= 1, "probes.evaluation.everyEpochs", "at least 1", everyEpochs);
  }

  @JsonCreator
  static EvaluationSpec of(@JsonProperty("everyEpochs") @Nullable Integer everyEpochs) {
    return new EvaluationSpec(orDefault(everyEpochs, DEFAULT_EVERY_EPOCHS));
  }
}
