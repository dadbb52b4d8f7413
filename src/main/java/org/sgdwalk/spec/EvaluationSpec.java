package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Loss and accuracy on the training and validation parts at ends of epochs.
 *
 * @param everyEpochs period in epochs; epoch 0 (before training) and the last are always evaluated
 */
public record EvaluationSpec(int everyEpochs) {
  /** Checks the period. */
  @JsonCreator
  public EvaluationSpec(@JsonProperty(value = "everyEpochs", required = true) int everyEpochs) {
    require(everyEpochs >= 1, "probes.evaluation.everyEpochs", "at least 1", everyEpochs);
    this.everyEpochs = everyEpochs;
  }
}
