package org.sgdwalk.net;

import java.util.List;

/**
 * Some examples as a network takes them.
 *
 * @param features where the engine computes, [rows, values an example]
 * @param labels one a row, on the host
 */
public record Batch(Features features, List<Integer> labels) {
  /** Number of examples. */
  public int size() {
    return labels.size();
  }
}
