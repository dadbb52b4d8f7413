package org.sgdwalk.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.RecordMatch;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Verdict;

/** Verdicts of every claim and cell at {@code ci}, with words in turn: no training. */
final class SyntheticPage {
  static final String MARKUP = "<b class=\"made-of-text\">bold</b> & 'quoted'";
  static final String RIGHT_TO_LEFT = "שלום";
  static final String LONG = "a-name-without-any-blank-".repeat(12);
  static final PageContext CONTEXT =
      new PageContext(
          Map.of("note " + MARKUP, RIGHT_TO_LEFT + " " + MARKUP + " " + LONG),
          Map.of("Verdicts as text", "verdicts.md"),
          TraceAddresses.NONE,
          SyntheticCost.of(SyntheticCost.CPU, ""));

  private static final int SEEDS = 16;

  private SyntheticPage() {}

  static List<Judged> judged() {
    List<Judged> all = new ArrayList<>();
    for (Cell cell : Catalog.cells(Scale.CI)) {
      for (Claim claim : Catalog.claims(cell)) {
        Outcome[] words = Outcome.values();
        all.add(judged(claim, cell, words[all.size() % words.length]));
      }
    }
    return all;
  }

  private static Judged judged(Claim claim, Cell cell, Outcome outcome) {
    RecordMatch none = new RecordMatch(RecordMatch.Kind.NO_RECORD, "no record");
    return new Judged(new Case(claim, cell), verdict(claim, cell.id(), outcome), none, null);
  }

  static Verdict verdict(Claim claim, String cell, Outcome outcome) {
    String reason = "why " + RIGHT_TO_LEFT + " " + MARKUP;
    return outcome == Outcome.NOT_RUN
        ? Verdict.notRun(claim, cell, reason)
        : new Verdict(claim, cell, outcome, reason, List.of(LONG), seeds(), 0);
  }

  /** All but one hold; one has no number. */
  private static List<SeedOutcome> seeds() {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(
            seed ->
                new SeedOutcome(
                    seed, seed == 5 ? Double.NaN : 1 + seed / 10.0, seed != 5, true, MARKUP))
        .toList();
  }
}
