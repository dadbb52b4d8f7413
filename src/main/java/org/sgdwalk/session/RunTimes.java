package org.sgdwalk.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.judge.RunsTook;
import org.sgdwalk.session.MadeRun.Span;

/** When the runs of a session were made. */
final class RunTimes {
  private final Map<TraceKey, Span> spans = new ConcurrentHashMap<>();

  /** Notes when a run was made; null where it was there already. */
  void note(TraceKey key, @Nullable Span span) {
    if (span != null) {
      spans.put(key, span);
    }
  }

  /** The time of those among these that were made; empty where none was. */
  Optional<RunsTook> of(Collection<TraceKey> keys) {
    List<Span> made = keys.stream().distinct().filter(spans::containsKey).map(spans::get).toList();
    return made.stream()
        .map(Span::end)
        .max(Instant::compareTo)
        .map(
            ended ->
                new RunsTook(
                    made.size(),
                    made.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus),
                    median(made),
                    ended));
  }

  /** Of at least one; between the two in the middle where there are as many on either side. */
  private static Duration median(List<Span> made) {
    List<Duration> sorted = made.stream().map(Span::length).sorted().toList();
    int half = sorted.size() / 2;
    return sorted.get(half).plus(sorted.get((sorted.size() - 1) / 2)).dividedBy(2);
  }
}
