package org.sgdwalk.claim;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.Trace;

/**
 * The traces of one seed, by arm.
 *
 * @param seed the seed
 * @param cell where they were run
 * @param traces one trace an arm
 */
public record SeedTraces(long seed, Cell cell, Map<Arm, Trace> traces) {
  /** Copies the map. */
  public SeedTraces {
    traces = Collections.unmodifiableMap(new EnumMap<>(traces));
  }

  /** The walk of an arm. */
  public Walk walk(Arm arm) {
    Trace trace = traces.get(arm);
    if (trace == null) {
      throw new IllegalArgumentException("seed " + seed + " has no trace of " + arm);
    }
    return new Walk(trace);
  }

  /** Says which arm diverged, if any. */
  public Optional<String> divergence() {
    return traces.entrySet().stream()
        .filter(entry -> entry.getValue().manifest().status() instanceof Status.Diverged)
        .map(
            entry ->
                "%s diverged at step %d"
                    .formatted(
                        entry.getKey().label(),
                        ((Status.Diverged) entry.getValue().manifest().status()).step()))
        .findFirst();
  }
}
