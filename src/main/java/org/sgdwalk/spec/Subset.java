package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which examples of the training file train, of those that do not validate. */
public enum Subset {
  /** The first ones, as in the paper. */
  @JsonProperty("first")
  FIRST,
  /** The first ones of each class, as many of each, in the order of the file. */
  @JsonProperty("balanced")
  BALANCED
}
