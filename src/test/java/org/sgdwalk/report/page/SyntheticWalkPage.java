package org.sgdwalk.report.page;

import java.util.List;
import java.util.Map;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.figure.SyntheticWalks;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.RecordMatch;

/** Verdicts of one cell that have walks of GD and SGD, and of the long run; no training. */
final class SyntheticWalkPage {
  static final SeedTraces SEED = SyntheticWalks.seed(Arm.GD, Arm.SGD, Arm.LONG);

  private SyntheticWalkPage() {}

  static List<Judged> judged() {
    return judged(SEED);
  }

  /** Each claim of the cell with the same seed. */
  static List<Judged> judged(SeedTraces seed) {
    RecordMatch none = new RecordMatch(RecordMatch.Kind.NO_RECORD, "no record");
    return Catalog.claims(seed.cell()).stream()
        .map(
            claim ->
                new Judged(
                    new Case(claim, seed.cell()),
                    SyntheticPage.verdict(claim, seed.cell().id(), Outcome.SUPPORTED),
                    none,
                    seed))
        .toList();
  }

  static String html() {
    return ReportPage.html(
        new PageContext(Map.of(), Map.of()), judged(), new PageFigures(), of -> "place");
  }
}
