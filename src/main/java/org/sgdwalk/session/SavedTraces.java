package org.sgdwalk.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.ClaimJudge;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.RecordMatch;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;
import org.sgdwalk.trace.TraceException;

/** Traces read back from disk and put in their places in the claims' designs. Trains nothing. */
public final class SavedTraces {
  private static final RecordMatch NOT_COMPARED =
      new RecordMatch(RecordMatch.Kind.NOT_COMPARED, "judged from saved traces");

  private final Map<Cell, Map<Long, Map<Arm, Trace>>> placed = new LinkedHashMap<>();
  private final Map<TraceKey, Path> folders = new HashMap<>();
  private final Map<Path, String> strangers = new TreeMap<>();
  private final Map<Cell, String> engines = new HashMap<>();
  private final Map<Cell, SameData> images = new HashMap<>();

  private final List<Cell> cells;

  private SavedTraces(List<Cell> own) {
    this.cells =
        Stream.concat(
                Stream.of(Scale.CI, Scale.DESK, Scale.PAPER_LITE, Scale.PAPER)
                    .flatMap(s -> Catalog.allCells(s).stream()),
                own.stream())
            .toList();
  }

  /**
   * Reads every trace at or below the given directories.
   *
   * @param own cells beside those of the catalog
   * @throws TraceException if a trace cannot be read, or two take the same place
   */
  public static SavedTraces read(Collection<Path> directories, List<Cell> own) {
    SavedTraces saved = new SavedTraces(own);
    directories.stream()
        .flatMap(directory -> TraceDirectory.find(directory).stream())
        .distinct()
        .forEach(saved::place);
    return saved;
  }

  /** Directories of traces that no claim's design has, with what differs from the nearest run. */
  public Map<Path, String> strangers() {
    return Collections.unmodifiableMap(strangers);
  }

  /** Where a trace was read from; empty where there is none of that run. */
  public Optional<Path> folder(Cell cell, Arm arm, long seed) {
    return Optional.ofNullable(folders.get(new TraceKey(cell, arm, seed)));
  }

  /** Judges every claim of every cell that has traces, in the order of a build. */
  public List<Judged> judge() {
    return cells.stream()
        .filter(placed::containsKey)
        .flatMap(
            cell ->
                Catalog.claims(cell).stream()
                    .map(
                        claim ->
                            judge(new Case(claim, cell), Objects.requireNonNull(placed.get(cell)))))
        .toList();
  }

  private static Judged judge(Case of, Map<Long, Map<Arm, Trace>> bySeed) {
    List<SeedTraces> seeds = seeds(of.cell(), bySeed, of.claim().arms());
    if (seeds.isEmpty()) {
      String reason = missing(of.claim(), bySeed);
      return new Judged(of, Verdict.notRun(of.claim(), of.cell().id(), reason), NOT_COMPARED, null);
    }
    Verdict verdict =
        new ClaimJudge(Catalog.stopping(of.cell().scale()))
            .judge(
                of.claim(),
                of.cell().id(),
                k -> k < seeds.size() ? Optional.of(seeds.get(k)) : Optional.empty());
    long median = verdict.medianSeed().orElse(seeds.get(0).seed());
    Map<Arm, Trace> shown = new EnumMap<>(Objects.requireNonNull(bySeed.get(median)));
    shown.keySet().retainAll(of.shownArms());
    SeedTraces example = new SeedTraces(median, of.cell(), shown);
    return new Judged(of, verdict, NOT_COMPARED, example, seeds.subList(0, verdict.seeds().size()));
  }

  /** The seeds, in order, of which there is a trace of an arm. */
  public List<SeedTraces> made(Cell cell, Arm arm) {
    return seeds(cell, placed.getOrDefault(cell, Map.of()), Set.of(arm));
  }

  /** Which runs a claim needs that are in no trace. */
  private static String missing(Claim claim, Map<Long, Map<Arm, Trace>> bySeed) {
    Set<Arm> there = EnumSet.noneOf(Arm.class);
    bySeed.values().forEach(traces -> there.addAll(traces.keySet()));
    Set<Arm> absent = EnumSet.copyOf(claim.arms());
    absent.removeAll(there);
    return "needs the runs "
        + Arm.keys(claim.arms())
        + " of one seed; "
        + (absent.isEmpty()
            ? "no seed has all of them"
            : "there is no trace of " + Arm.keys(absent) + " (plan --specs writes their specs)");
  }

  private static List<SeedTraces> seeds(
      Cell cell, Map<Long, Map<Arm, Trace>> bySeed, Set<Arm> arms) {
    List<SeedTraces> seeds = new ArrayList<>();
    bySeed.forEach(
        (seed, traces) -> {
          if (traces.keySet().containsAll(arms)) {
            Map<Arm, Trace> own = new EnumMap<>(traces);
            own.keySet().retainAll(arms);
            seeds.add(new SeedTraces(seed, cell, own));
          }
        });
    return seeds;
  }

  private void place(Path directory) {
    Trace trace = TraceDirectory.read(directory);
    boolean known = false;
    for (Cell cell : cells) {
      known |= place(cell, trace, directory);
    }
    if (!known) {
      strangers.put(directory, NearestRun.difference(trace.manifest(), cells));
    }
  }

  /** Engines round otherwise: what differs between two arms must not be that. */
  private void requireOneEngine(Cell cell, Trace trace, Path directory) {
    String engine = trace.manifest().provenance().engine();
    String other = engines.putIfAbsent(cell, engine);
    if (other != null && !other.equals(engine)) {
      throw new TraceException(
          "%s: computed by the engine %s, other traces of %s by %s; judge them apart"
              .formatted(directory, engine, cell.id(), other));
    }
  }

  private static boolean isSame(Trace one, Trace other) {
    return one.steps().equals(other.steps())
        && one.epochs().equals(other.epochs())
        && one.spectra().equals(other.spectra());
  }

  private boolean place(Cell cell, Trace trace, Path directory) {
    long seed = trace.manifest().spec().seed();
    Optional<Arm> arm =
        cell.arms().keySet().stream()
            .filter(candidate -> trace.manifest().isRunOf(cell.spec(candidate, seed)))
            .findFirst();
    arm.ifPresent(
        found -> {
          requireOneEngine(cell, trace, directory);
          images.computeIfAbsent(cell, c -> new SameData()).add(directory, trace.manifest());
          folders.putIfAbsent(new TraceKey(cell, found, seed), directory);
          Trace other =
              placed
                  .computeIfAbsent(cell, c -> new TreeMap<>())
                  .computeIfAbsent(seed, s -> new EnumMap<>(Arm.class))
                  .putIfAbsent(found, trace);
          if (other != null && !isSame(other, trace)) {
            throw new TraceException(
                directory
                    + ": a second, different trace of "
                    + found.label()
                    + " with seed "
                    + seed);
          }
        });
    return arm.isPresent();
  }
}
