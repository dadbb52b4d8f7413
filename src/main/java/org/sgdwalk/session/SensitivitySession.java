package org.sgdwalk.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.paper.BarrierCount;
import org.sgdwalk.sensitivity.Sensitivity;
import org.sgdwalk.sensitivity.Variant;
import org.sgdwalk.settings.SeedRange;
import org.sgdwalk.settings.Settings;

/**
 * Judges the selected claims again under variants of their runs, with the same test. Runs that a
 * variant leaves as they are are those of the reference.
 */
public final class SensitivitySession implements AutoCloseable {
  private final ClaimSession reference;

  /**
   * A session.
   *
   * @param store where traces are kept; runs of the reference lie where those of a claim session do
   */
  public SensitivitySession(Settings settings, Path store) {
    this.reference = new ClaimSession(settings, store);
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

  /** Judges the variants in one cell, which need not be of the catalog. */
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
        BarrierCount.of(cell, reference.made(cell, Arm.LONG)),
        variants.stream().map(variant -> judge(cell, variant, judged)).toList());
  }

  private Sensitivity.Varied judge(Cell cell, Variant variant, List<Claim> claims) {
    CellRuns runs = reference.runs(cell, variant);
    List<Judgement> touched =
        claims.stream()
            .filter(claim -> variant.touches(cell, claim))
            .map(claim -> new Judgement(claim, runs))
            .toList();
    reference.decide(runs.cell().id(), touched);
    Map<String, Verdict> verdicts = new HashMap<>();
    touched.forEach(judgement -> verdicts.put(judgement.claim().id(), judgement.verdict()));
    return new Sensitivity.Varied(variant, verdicts, BarrierCount.of(cell, runs.madeOwn(Arm.LONG)));
  }

  @Override
  public void close() {
    reference.close();
  }
}
