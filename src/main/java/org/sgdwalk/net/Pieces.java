package org.sgdwalk.net;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * On which side of its kink each unit is at one theta, for each chunk of the training part. All
 * products of a Lanczos iteration are at the same theta: a chunk is recorded for the first and
 * remembered for the others, as far as there is room. That saves them a forward pass each.
 */
final class Pieces implements AutoCloseable {
  /** 400 images of ResNet-56 take 213 MB. */
  static final long ROOM = 256L << 20;

  private final ParameterVector theta;
  private final AtomicLong room;
  private final Map<Integer, INDArray> byChunk = new ConcurrentHashMap<>();

  /**
   * Nothing recorded yet.
   *
   * @param theta copied
   * @param room bytes that may be taken
   */
  Pieces(ParameterVector theta, long room) {
    this.theta = theta.copy();
    this.room = new AtomicLong(room);
  }

  ParameterVector theta() {
    return theta;
  }

  /** Whether they are those of this theta, to the last bit. */
  boolean areAt(ParameterVector other) {
    return theta.distance(other) == 0;
  }

  /** What was recorded for a chunk; null where nothing was, or there was no room. */
  @Nullable INDArray of(int chunk) {
    return byChunk.get(chunk);
  }

  /**
   * Keeps what was recorded for a chunk, if there is room.
   *
   * @param bytes how many it takes
   */
  void keep(int chunk, long bytes, Supplier<INDArray> recorded) {
    if (room.addAndGet(-bytes) >= 0) {
      byChunk.put(chunk, recorded.get());
    } else {
      room.addAndGet(bytes);
    }
  }

  @Override
  public void close() {
    byChunk.values().forEach(INDArray::close);
    byChunk.clear();
    theta.array().close();
  }
}
