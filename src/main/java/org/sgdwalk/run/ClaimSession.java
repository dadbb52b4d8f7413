package org.sgdwalk.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.SequentialJudge;
import org.sgdwalk.claim.Verdict;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.stats.SequentialTest;
import org.sgdwalk.trace.Trace;

/** Makes the runs that the selected claims need and judges them. */
public final class ClaimSession implements AutoCloseable {
  private final Settings settings;
  private final Selection selection;
  private final SeedRange seeds;
  private final DataCatalog data;
  private final SequentialTest test;
  private final TraceFetcher traces;

  /**
   * A session.
   *
   * @param store where traces are kept
   */
  public ClaimSession(Settings settings, Path store) {
    this.settings = settings;
    this.selection = new Selection(settings);
    this.seeds = selection.seeds();
    // No download: a build must not fetch 170 MB unasked.
    this.data = new DataCatalog(settings.dataPlaces(), Delivery.NONE);
    this.test = Catalog.test(settings.scale());
    this.traces =
        new TraceFetcher(new TraceStore(store), () -> new LocalRunner(data, 1), settings.threads());
  }

  /** The selected cells of the scale. */
  public List<Cell> cells() {
    return selection.cells();
  }

  /** The selected claims of a cell. */
  public List<Claim> claims(Cell cell) {
    return selection.claims(cell);
  }

  /** The seeds that may be used. */
  public SeedRange seeds() {
    return seeds;
  }

  /** Error rates of each judgement. */
  public SequentialTest test() {
    return test;
  }

  /**
   * Runs, side by side, what every selected claim needs at least: as many seeds as it takes to
   * support one.
   */
  public void prepare() {
    int least = Math.min(seeds.cap(), test.bitsToAcceptH1());
    List<TraceKey> keys = new ArrayList<>();
    for (int k = 0; k < least; k++) {
      for (Cell cell : cells()) {
        keys.addAll(keys(cell, neededArms(cell), seeds.at(k)));
      }
    }
    try (Progress progress = Progress.of("training", "runs", keys.size())) {
      traces.fetch(keys, progress);
    }
  }

  /** Judges a claim in a cell, making more runs where it is undecided. */
  public Verdict judge(Claim claim, Cell cell) {
    Optional<String> missing = missingData(cell);
    if (missing.isPresent()) {
      String reason =
          "the data set %s is not here; download it (sgd-walk data fetch %s) or set -Dsgdwalk.data.dir to a directory that has it"
              .formatted(missing.get(), missing.get());
      return Verdict.notRun(claim.card(), cell.id(), reason, test);
    }
    return new SequentialJudge(test)
        .judge(claim, cell.id(), k -> seedTraces(cell, claim.arms(), k));
  }

  /** The traces of the k-th seed, k from 0; empty beyond the cap. */
  public Optional<SeedTraces> seedTraces(Cell cell, Set<Arm> arms, int k) {
    if (k >= seeds.cap()) {
      return Optional.empty();
    }
    long seed = seeds.at(k);
    List<TraceKey> keys = keys(cell, arms, seed);
    if (!traces.has(keys)) {
      traces.fetch(keysAhead(cell, arms, k), Progress.NONE);
    }
    Map<Arm, Trace> byArm = new EnumMap<>(Arm.class);
    keys.forEach(key -> byArm.put(key.arm(), traces.get(key)));
    return Optional.of(new SeedTraces(seed, cell, byArm));
  }

  /** The seeds, in order, for which an arm was run; runs nothing. */
  public List<SeedTraces> made(Cell cell, Arm arm) {
    List<SeedTraces> made = new ArrayList<>();
    for (int k = 0; k < seeds.cap(); k++) {
      TraceKey key = new TraceKey(cell, arm, seeds.at(k));
      if (traces.has(List.of(key))) {
        made.add(new SeedTraces(key.seed(), cell, Map.of(arm, traces.get(key))));
      }
    }
    return made;
  }

  /** Where the runs are made, for a report's head; in the order to be shown. */
  public Map<String, String> environment() {
    return ProvenanceCollector.environment(settings.threads());
  }

  @Override
  public void close() {
    traces.close();
  }

  private Set<Arm> neededArms(Cell cell) {
    Set<Arm> arms = EnumSet.noneOf(Arm.class);
    if (missingData(cell).isEmpty()) {
      claims(cell).forEach(claim -> arms.addAll(claim.arms()));
    }
    return arms;
  }

  private Optional<String> missingData(Cell cell) {
    return cell.data().filter(name -> !data.isAvailable(name));
  }

  /** The next seeds too, as many as there are threads: one seed's arms seldom fill them. */
  private List<TraceKey> keysAhead(Cell cell, Set<Arm> arms, int k) {
    return IntStream.range(k, Math.min(k + settings.threads(), seeds.cap()))
        .mapToObj(next -> keys(cell, arms, seeds.at(next)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<TraceKey> keys(Cell cell, Set<Arm> arms, long seed) {
    return arms.stream().map(arm -> new TraceKey(cell, arm, seed)).toList();
  }
}
