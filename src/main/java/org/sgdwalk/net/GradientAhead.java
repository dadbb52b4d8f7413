package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The full gradient where a cross-section ends and a gradient step begins, made beside the section:
 * of fewer chunks than there are workers, it would else leave some of them without work.
 */
final class GradientAhead {
  private static final GradientAhead NONE = new GradientAhead(null, List.of());

  private final @Nullable ParameterVector theta;
  private final List<Rows> chunks;
  private final List<ChunkGradient> parts;

  private GradientAhead(@Nullable ParameterVector theta, List<Rows> chunks) {
    this.theta = theta;
    this.chunks = chunks;
    parts = new ArrayList<>(Collections.nCopies(chunks.size(), null));
  }

  /** That at a theta, which is copied. */
  static GradientAhead at(ParameterVector theta, List<Rows> chunks) {
    return new GradientAhead(theta.copy(), chunks);
  }

  /** No gradient of no chunks. */
  static GradientAhead none() {
    return NONE;
  }

  /** Whether it is that of this theta, to the last bit. */
  boolean isAt(ParameterVector other) {
    return theta != null && theta.hasComponentsOf(other);
  }

  /** Number of chunks, each of which a worker makes. */
  int size() {
    return chunks.size();
  }

  /** Makes a chunk's part. */
  void make(Worker worker, int chunk) {
    ParameterVector there = Objects.requireNonNull(theta, "no chunk of no gradient is made");
    parts.set(chunk, worker.takeGradient(there, chunks.get(chunk)));
  }

  /** Hands over the parts in their order. */
  void forEach(Workers.Sink<ChunkGradient> sink) {
    for (int i = 0; i < parts.size(); i++) {
      sink.accept(parts.get(i), i);
    }
  }
}
