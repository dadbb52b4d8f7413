package org.sgdwalk.net;

import java.util.List;

/** Some examples as the network takes them: features [rows, values an example], and labels. */
sealed interface Rows {
  /** The labels, on the host. */
  List<Integer> labels();

  /**
   * The rows where the engine computes.
   *
   * @param buffer the calling worker's; what it held before may be gone afterwards
   */
  Batch batch(RowBuffer buffer);

  /** Frees what was gathered for them; of chunks, nothing. */
  default void release() {}

  /** Whether their features are made for {@link #batch}, unless the buffer has them still. */
  default boolean areMade() {
    return false;
  }

  /** Number of examples. */
  default int size() {
    return labels().size();
  }

  /** Rows that are there. */
  record Resident(Features features, List<Integer> labels) implements Rows {
    @Override
    public Batch batch(RowBuffer buffer) {
      return new Batch(features, labels);
    }
  }

  /** Rows that were gathered: a copy of their own. */
  record Gathered(Features features, List<Integer> labels) implements Rows {
    @Override
    public Batch batch(RowBuffer buffer) {
      return new Batch(features, labels);
    }

    @Override
    public void release() {
      features.close();
    }
  }

  /** Rows that a worker makes of the images when it needs them. */
  record Streamed(RowSource source, List<Integer> labels) implements Rows {
    @Override
    public Batch batch(RowBuffer buffer) {
      return new Batch(buffer.load(source), labels);
    }

    @Override
    public boolean areMade() {
      return true;
    }
  }
}
