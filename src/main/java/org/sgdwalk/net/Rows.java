package org.sgdwalk.net;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Some examples as the network takes them: features [rows, values an example], and labels. */
sealed interface Rows {
  /** The labels, on the host. */
  List<Integer> labels();

  /**
   * The features where the backend computes.
   *
   * @param buffer the calling worker's; what it held before may be gone afterwards
   */
  INDArray features(RowBuffer buffer);

  /** Number of examples. */
  default int size() {
    return labels().size();
  }

  /** Rows that are there. */
  record Resident(INDArray features, List<Integer> labels) implements Rows {
    @Override
    public INDArray features(RowBuffer buffer) {
      return features;
    }
  }

  /** Rows that a worker makes of the images when it needs them. */
  record Streamed(RowSource source, List<Integer> labels) implements Rows {
    @Override
    public INDArray features(RowBuffer buffer) {
      return buffer.load(source);
    }
  }
}
