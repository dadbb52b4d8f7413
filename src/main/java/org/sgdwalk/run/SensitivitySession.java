package org.sgdwalk.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.BarrierCount;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Outcome;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Sensitivity;
import org.sgdwalk.claim.SequentialJudge;
import org.sgdwalk.claim.Variant;
import org.sgdwalk.claim.Verdict;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.Delivery;

/**
 * Judges the selected claims again under variants of their runs, with the same test. Runs that a
 * variant leaves as they are are those of the reference.
 */
public final class SensitivitySession implements AutoCloseable {
  private final ClaimSession reference;
  private final TraceFetcher traces;
  private final int threads;

  /**
   * A session.
   *
   * @param store where traces are kept; runs of the reference lie where those of a claim session do
   */
  public SensitivitySession(Settings settings, Path store) {
    this.reference = new ClaimSession(settings, store);
    this.threads = settings.threads();
    DataCatalog data = new DataCatalog(settings.dataPlaces(), Delivery.NONE);
    this.traces = new TraceFetcher(new TraceStore(store), () -> new LocalRunner(data, 1), threads);
  }

  /** The seeds of the reference. */
  public SeedRange seeds() {
    return reference.seeds();
  }

  /** Where the runs are made, for a report's head; in the order to be shown. */
  public Map<String, String> environment() {
    return reference.environment();
  }

  /** Judges the selected claims in each selected cell, as they are and under the variants. */
  public List<Sensitivity> judge(List<Variant> variants) {
    reference.prepare();
    return reference.cells().stream().map(cell -> judge(cell, variants)).toList();
  }

  /** The same in one cell, which need not be of the catalog. */
  Sensitivity judge(Cell cell, List<Variant> variants) {
    List<Verdict> verdicts = new ArrayList<>();
    List<Claim> judged = new ArrayList<>();
    for (Claim claim : reference.claims(cell)) {
      Verdict verdict = reference.judge(claim, cell);
      verdicts.add(verdict);
      if (verdict.outcome() != Outcome.NOT_RUN) {
        judged.add(claim);
      }
    }
    return new Sensitivity(
        cell,
        verdicts,
        BarrierCount.of(cell, made(cell)),
        variants.stream().map(variant -> judge(cell, variant, judged)).toList());
  }

  private List<SeedTraces> made(Cell cell) {
    return cell.arms().containsKey(Arm.LONG) ? reference.made(cell, Arm.LONG) : List.of();
  }

  private Sensitivity.Varied judge(Cell cell, Variant variant, List<Claim> claims) {
    List<Claim> touched = claims.stream().filter(claim -> variant.touches(cell, claim)).toList();
    VariedRuns runs = new VariedRuns(reference, traces, threads, cell, variant);
    int least = Math.min(seeds().cap(), reference.test().bitsToAcceptH1());
    runs.prepare(touched, least);
    Map<String, Verdict> verdicts = new HashMap<>();
    for (Claim claim : touched) {
      verdicts.put(
          claim.id(),
          new SequentialJudge(reference.test())
              .judge(claim, variant.of(cell).id(), k -> runs.seed(claim.arms(), k)));
    }
    return new Sensitivity.Varied(variant, verdicts, BarrierCount.of(cell, runs.made(Arm.LONG)));
  }

  @Override
  public void close() {
    traces.close();
    reference.close();
  }
}
