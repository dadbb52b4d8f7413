package org.sgdwalk.net;

import java.util.List;

/** Some examples as the network takes them: features [rows, values an example], and labels. */
sealed interface Rows {
  /** The labels, on the host. */
  List<Integer> labels();

  /**
   * The features where the engine computes.
   *
   * @param buffer the calling worker's; what it held before may be gone afterwards
   */
  Features features(RowBuffer buffer);

  /** Number of examples. */
  default int size() {
    return labels().size();
  }

  /** Rows that are there. */
  record Resident(Features features, List<Integer> labels) implements Rows {
    @Override
    public Features features(RowBuffer buffer) {
      return features;
    }
  }

  /** Rows that a worker makes of the images when it needs them. */
  record Streamed(RowSource source, List<Integer> labels) implements Rows {
    @Override
    public Features features(RowBuffer buffer) {
      return buffer.load(source);
    }
  }
}
