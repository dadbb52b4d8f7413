package org.sgdwalk.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.trace.Trace;

/**
 * A run whose trace is in the store.
 *
 * @param run which
 * @param trace its trace
 * @param span when it was made; null where it was there already
 */
public record MadeRun(StoredRun run, Trace trace, @Nullable Span span) {

  /**
   * When a run was made. It is in no trace: the same run gives the same bytes.
   *
   * @param length how long it took, not by the system's clock, which may be set meanwhile
   * @param end when it was there
   */
  public record Span(Duration length, Instant end) {}
}
