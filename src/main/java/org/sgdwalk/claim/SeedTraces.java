package org.sgdwalk.claim;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
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

  /** Whether no run diverged. */
  public boolean isComplete() {
    return divergedAt(traces.keySet()).isEmpty();
  }

  /** Which of some arms diverged, and at which step. */
  public Map<Arm, Integer> divergedAt(Set<Arm> arms) {
    Map<Arm, Integer> diverged = new EnumMap<>(Arm.class);
    for (Arm arm : arms) {
      Trace trace = traces.get(arm);
      if (trace != null && trace.manifest().status() instanceof Status.Diverged at) {
        diverged.put(arm, at.step());
      }
    }
    return diverged;
  }
}
