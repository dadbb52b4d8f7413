package org.sgdwalk.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Variant;
import org.sgdwalk.trace.Trace;

/** The runs of one cell under one variant. */
final class VariedRuns {
  private final ClaimSession reference;
  private final TraceFetcher traces;
  private final int ahead;
  private final Cell cell;
  private final Cell varied;
  private final Variant variant;

  /**
   * Runs that are not made yet.
   *
   * @param reference has the runs that the variant leaves as they are
   * @param traces makes the others
   * @param ahead seeds that are made at once when one is missing
   */
  VariedRuns(ClaimSession reference, TraceFetcher traces, int ahead, Cell cell, Variant variant) {
    this.reference = reference;
    this.traces = traces;
    this.ahead = ahead;
    this.cell = cell;
    this.varied = variant.of(cell);
    this.variant = variant;
  }

  /** Makes what the claims need for so many seeds. */
  void prepare(Collection<Claim> claims, int seeds) {
    Set<Arm> arms = EnumSet.noneOf(Arm.class);
    claims.forEach(claim -> arms.addAll(claim.arms()));
    List<TraceKey> keys =
        IntStream.range(0, seeds).mapToObj(k -> keys(arms, k)).flatMap(List::stream).toList();
    try (Progress progress = Progress.of(varied.id(), "runs", keys.size())) {
      traces.fetch(keys, progress);
    }
  }

  /** The traces of the k-th seed, k from 0; empty beyond the cap. */
  Optional<SeedTraces> seed(Set<Arm> arms, int k) {
    if (k >= reference.seeds().cap()) {
      return Optional.empty();
    }
    List<TraceKey> keys = keys(arms, k);
    if (!traces.has(keys)) {
      int end = Math.min(k + ahead, reference.seeds().cap());
      traces.fetch(
          IntStream.range(k, end).mapToObj(next -> keys(arms, next)).flatMap(List::stream).toList(),
          Progress.NONE);
    }
    Map<Arm, Trace> byArm = new EnumMap<>(Arm.class);
    keys.forEach(key -> byArm.put(key.arm(), traces.get(key)));
    Set<Arm> same = EnumSet.copyOf(arms);
    same.removeIf(this::touches);
    if (!same.isEmpty()) {
      byArm.putAll(reference.seedTraces(cell, same, k).orElseThrow().traces());
    }
    return Optional.of(new SeedTraces(seedAt(k), varied, byArm));
  }

  /** The seeds, in order, for which the variant's own runs of an arm were made. */
  List<SeedTraces> made(Arm arm) {
    List<SeedTraces> made = new ArrayList<>();
    for (int k = 0; k < reference.seeds().cap(); k++) {
      TraceKey key = new TraceKey(varied, arm, seedAt(k));
      if (traces.has(List.of(key))) {
        made.add(new SeedTraces(key.seed(), varied, Map.of(arm, traces.get(key))));
      }
    }
    return made;
  }

  private boolean touches(Arm arm) {
    return variant.touches(cell, arm);
  }

  private long seedAt(int k) {
    return reference.seeds().at(k) + variant.seedOffset();
  }

  private List<TraceKey> keys(Set<Arm> arms, int k) {
    return arms.stream()
        .filter(this::touches)
        .map(arm -> new TraceKey(varied, arm, seedAt(k)))
        .toList();
  }
}
