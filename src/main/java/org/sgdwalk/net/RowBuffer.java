package org.sgdwalk.net;

import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.Precision;

/**
 * Room for the features of a chunk, used again for the next one. Keeps what it made last: points of
 * a line go over the same chunk. Confined to one worker.
 */
final class RowBuffer implements AutoCloseable {
  private final Engine engine;
  private final Precision precision;
  private @Nullable Features room;
  private @Nullable Features features;
  private @Nullable RowSource held;

  RowBuffer(Engine engine, Precision precision) {
    this.engine = engine;
    this.precision = precision;
  }

  /** The features that {@code source} makes, until the next call. */
  Features load(RowSource source) {
    Features made = features;
    if (made == null || held != source) {
      made = roomFor(source).slice(0, source.size());
      held = null;
      made.write(source.values(), source.labels());
      features = made;
      held = source;
    }
    return made;
  }

  private Features roomFor(RowSource source) {
    Features there = room;
    if (there == null || there.rows() < source.size()) {
      close();
      there = engine.features(source.size(), source.valuesPerExample(), precision);
      room = there;
    }
    return there;
  }

  @Override
  public void close() {
    Features there = room;
    if (there != null) {
      there.close();
    }
    room = null;
    features = null;
    held = null;
  }
}
