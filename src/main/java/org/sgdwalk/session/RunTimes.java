package org.sgdwalk.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sgdwalk.judge.RunsTook;

/**
 * When the runs of a session were made. It is in no trace: the same run gives the same bytes. How
 * long they took is not by the system's clock, which may be set meanwhile.
 */
final class RunTimes {
  private final Map<TraceKey, Span> spans = new ConcurrentHashMap<>();

  /** How long one took, and when it was there. */
  private record Span(Duration length, Instant end) {}

  /** Makes a run and notes its time. */
  <T> T note(TraceKey key, Supplier<T> run) {
    long begin = System.nanoTime();
    T made = run.get();
    spans.put(key, new Span(Duration.ofNanos(System.nanoTime() - begin), Instant.now()));
    return made;
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
