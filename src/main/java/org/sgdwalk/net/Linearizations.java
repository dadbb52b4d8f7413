package org.sgdwalk.net;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The linearizations of the chunks of the training part at one theta. All products of a Lanczos
 * iteration are at the same theta: a chunk's passes are made for the first and kept for the others,
 * as far as there is room. That saves the others a quarter of their work and more.
 */
final class Linearizations implements AutoCloseable {
  /** 400 images of VGG-11 of width 64 take 1.2 GB. */
  static final long ROOM = 2L << 30;

  private final ParameterVector theta;
  private final Normalization normalization;
  private final AtomicLong room;
  private final Map<Integer, Linearization> byChunk = new ConcurrentHashMap<>();

  /**
   * None yet.
   *
   * @param theta copied
   * @param normalization of batch norm
   * @param room bytes that may be kept
   */
  Linearizations(ParameterVector theta, Normalization normalization, long room) {
    this.theta = theta.copy();
    this.normalization = normalization.copy();
    this.room = new AtomicLong(room);
  }

  ParameterVector theta() {
    return theta;
  }

  Normalization normalization() {
    return normalization;
  }

  /** Whether they are those of this theta and of these statistics, to the last bit. */
  boolean areAt(ParameterVector other, Normalization with) {
    return theta.hasComponentsOf(other) && normalization.isSame(with);
  }

  /** That of a chunk; null where there is none, or there was no room. */
  @Nullable Linearization of(int chunk) {
    return byChunk.get(chunk);
  }

  /** Keeps that of a chunk, if there is room, and says whether it did. */
  boolean keep(int chunk, Linearization linearization) {
    if (room.addAndGet(-linearization.bytes()) >= 0) {
      byChunk.put(chunk, linearization);
      return true;
    }
    room.addAndGet(linearization.bytes());
    return false;
  }

  @Override
  public void close() {
    byChunk.values().forEach(Linearization::close);
    byChunk.clear();
  }
}
