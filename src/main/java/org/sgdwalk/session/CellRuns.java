package org.sgdwalk.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.sensitivity.Variant;
import org.sgdwalk.settings.SeedRange;
import org.sgdwalk.trace.Trace;

/** The runs of a cell by seed: which they are, and their traces once they are made. */
final class CellRuns {
  private final Cell cell;
  private final SeedRange seeds;
  private final Function<Arm, Cell> owner;
  private final TraceFetcher traces;

  private CellRuns(Cell cell, SeedRange seeds, Function<Arm, Cell> owner, TraceFetcher traces) {
    this.cell = cell;
    this.seeds = seeds;
    this.owner = owner;
    this.traces = traces;
  }

  static CellRuns of(Cell cell, SeedRange seeds, TraceFetcher traces) {
    return new CellRuns(cell, seeds, arm -> cell, traces);
  }

  /** Those of a variant of the cell; the runs that it leaves alone are the cell's own. */
  static CellRuns of(Cell cell, Variant variant, SeedRange seeds, TraceFetcher traces) {
    Cell varied = variant.of(cell);
    return new CellRuns(
        varied,
        seeds.shiftedBy(variant.seedOffset()),
        arm -> variant.touches(cell, arm) ? varied : cell,
        traces);
  }

  Cell cell() {
    return cell;
  }

  /** How many seeds may be used. */
  int cap() {
    return seeds.cap();
  }

  /** The runs of the k-th seed, k from 0. */
  List<TraceKey> keys(Set<Arm> arms, int k) {
    return arms.stream().map(arm -> new TraceKey(owner.apply(arm), arm, seeds.at(k))).toList();
  }

  /** Why a run was given up, in a line that names it; empty where it was not. */
  Optional<String> failure(TraceKey key) {
    return traces.failure(key);
  }

  /** The traces of the k-th seed; empty beyond the cap and where a run was not made. */
  Optional<SeedTraces> made(Set<Arm> arms, int k) {
    List<TraceKey> keys = k < cap() ? keys(arms, k) : List.of();
    if (keys.isEmpty() || !traces.has(keys)) {
      return Optional.empty();
    }
    Map<Arm, Trace> byArm = new EnumMap<>(Arm.class);
    SameData images = new SameData();
    for (TraceKey key : keys) {
      Trace trace = traces.get(key);
      images.add(traces.folder(key), trace.manifest());
      byArm.put(key.arm(), trace);
    }
    return Optional.of(new SeedTraces(seeds.at(k), cell, byArm));
  }

  /** The seeds, in order, for which an arm of the cell's own was run. */
  List<SeedTraces> madeOwn(Arm arm) {
    Set<Arm> alone = Set.of(arm);
    return cell.has(alone) && owner.apply(arm).equals(cell)
        ? IntStream.range(0, cap()).mapToObj(k -> made(alone, k)).flatMap(Optional::stream).toList()
        : List.of();
  }
}
