package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Floating-point type of theta, activations and gradients. Losses are always summed in float64. */
public enum Precision {
  /** IEEE 754 single, the field's usual choice. */
  @JsonProperty("float32")
  FLOAT32(Float.BYTES),
  /** IEEE 754 double: tells a barrier from rounding. */
  @JsonProperty("float64")
  FLOAT64(Double.BYTES);

  private final int bytes;

  Precision(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of a number. */
  public int bytes() {
    return bytes;
  }
}
