package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which examples make up the chunks over which a cross-section's losses are computed. */
public enum Chunks {
  /** Consecutive examples, the same at every point: two losses differ by theta alone. */
  @JsonProperty("fixed")
  FIXED,
  /**
   * Drawn anew at each point, as in the authors' code. With train-mode batch norm the statistics of
   * each chunk then change from point to point, which lifts some losses over their neighbours.
   */
  @JsonProperty("reshuffled")
  RESHUFFLED
}
