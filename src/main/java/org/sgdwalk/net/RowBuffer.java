package org.sgdwalk.net;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Room for the features of a chunk, used again for the next one. Keeps what it made last: points of
 * a line go over the same chunk. Confined to one worker.
 */
final class RowBuffer implements AutoCloseable {
  private @Nullable INDArray room;
  private @Nullable INDArray features;
  private @Nullable RowSource held;

  /** The features that {@code source} makes, until the next call. */
  INDArray load(RowSource source) {
    INDArray made = features;
    if (made == null || held != source) {
      made = roomFor(source).get(NDArrayIndex.interval(0, source.size()), NDArrayIndex.all());
      held = null;
      source.write(made);
      features = made;
      held = source;
    }
    return made;
  }

  private INDArray roomFor(RowSource source) {
    INDArray there = room;
    if (there == null || there.size(0) < source.size()) {
      close();
      there = Nd4j.createUninitialized(source.type(), source.size(), source.valuesPerExample());
      room = there;
    }
    return there;
  }

  @Override
  public void close() {
    INDArray there = room;
    if (there != null) {
      there.close();
    }
    room = null;
    features = null;
    held = null;
  }
}
