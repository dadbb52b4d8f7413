package org.sgdwalk.spark;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.session.MadeRun;

/**
 * What a task says of a run whose trace is there.
 *
 * @param length how long it took; null where it was there already
 * @param end when it was there; null likewise
 * @param files the trace's files by name; empty where the store is shared
 */
record RunAnswer(@Nullable Duration length, @Nullable Instant end, Map<String, byte[]> files)
    implements Serializable {

  static RunAnswer of(MadeRun made, Map<String, byte[]> files) {
    MadeRun.Span span = made.span();
    return span == null
        ? new RunAnswer(null, null, files)
        : new RunAnswer(span.length(), span.end(), files);
  }

  MadeRun.@Nullable Span span() {
    return length == null || end == null ? null : new MadeRun.Span(length, end);
  }
}
