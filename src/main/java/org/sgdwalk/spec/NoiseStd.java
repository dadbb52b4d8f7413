package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is taken as the standard deviation of isotropic noise, given its variance sigma^2. */
public enum NoiseStd {
  /** Its root, as the paper's text says. */
  @JsonProperty("sigma")
  SIGMA,
  /** The variance itself: the paper's code passes it where a standard deviation is meant. */
  @JsonProperty("variance")
  VARIANCE;

  /** The standard deviation for a variance. */
  public double of(double variance) {
    return this == SIGMA ? Math.sqrt(variance) : variance;
  }
}
