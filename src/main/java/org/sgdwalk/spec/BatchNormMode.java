package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which statistics batch norm uses when a loss is probed; without batch norm both are the same. */
public enum BatchNormMode {
  /** Statistics of the chunk: what the update itself sees, and what the paper's figures use. */
  @JsonProperty("train")
  TRAIN,
  /** The running statistics of training so far. */
  @JsonProperty("eval")
  EVAL
}
