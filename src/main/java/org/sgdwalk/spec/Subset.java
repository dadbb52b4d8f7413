package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which examples of the training file train and validate. */
public enum Subset {
  /** The first ones, as in the paper. */
  @JsonProperty("first")
  FIRST,
  /** The first ones of each class, as many of each, in the order of the file. */
  @JsonProperty("balanced")
  BALANCED,
  /**
   * As many of all examples, drawn by the run's seed; as many others validate. Arms of a seed share
   * theirs, seeds share as many as the file is small.
   */
  @JsonProperty("drawn")
  DRAWN
}
