package org.sgdwalk.net;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The first layer's results for the chunks of the training part at one theta. A cross-section ends
 * where the next one and the next full-batch gradient begin: in an MLP, whose first layer has most
 * of the weights, that is half of a GD step's arithmetic.
 */
final class FirstLayers implements AutoCloseable {
  /** 60,000 images of 784-500-350-10 take 120 MB. */
  static final long ROOM = 256L << 20;

  private static final FirstLayers NONE = new FirstLayers(null, 0);

  private final @Nullable ParameterVector theta;
  private final AtomicLong room;
  private final Map<Integer, FirstLayer> byChunk = new ConcurrentHashMap<>();

  private FirstLayers(@Nullable ParameterVector theta, long room) {
    this.theta = theta;
    this.room = new AtomicLong(room);
  }

  /** Those at a theta, which is copied, none yet; {@code room} is how many bytes may be kept. */
  static FirstLayers at(ParameterVector theta, long room) {
    return new FirstLayers(theta.copy(), room);
  }

  /** Keeps nothing. */
  static FirstLayers none() {
    return NONE;
  }

  /** Whether they are those of this theta, to the last bit. */
  boolean areAt(ParameterVector other) {
    return theta != null && theta.hasComponentsOf(other);
  }

  /** That of a chunk, for the caller to close; null where there is none. */
  @Nullable FirstLayer find(int chunk) {
    FirstLayer known = byChunk.get(chunk);
    return known == null ? null : known.share();
  }

  /** Keeps that of a chunk, if there is room. */
  void keep(int chunk, FirstLayer layer) {
    if (room.addAndGet(-layer.bytes()) < 0) {
      room.addAndGet(layer.bytes());
      return;
    }
    FirstLayer known = byChunk.put(chunk, layer.share());
    if (known != null) { // Two workers had points of the same chunk.
      room.addAndGet(known.bytes());
      known.close();
    }
  }

  @Override
  public void close() {
    byChunk.values().forEach(FirstLayer::close);
    byChunk.clear();
  }
}
