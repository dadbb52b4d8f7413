package org.sgdwalk.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a run ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Status.Complete.class, name = "complete"),
  @JsonSubTypes.Type(value = Status.Diverged.class, name = "diverged")
})
public sealed interface Status {

  /** Every planned update was made. */
  record Complete() implements Status {}

  /**
   * A loss, gradient or theta stopped being finite. Rows of earlier steps are kept, this step has
   * none.
   *
   * @param step 1-based number of the update at which it happened
   */
  record Diverged(@JsonProperty(value = "step", required = true) int step) implements Status {}
}
