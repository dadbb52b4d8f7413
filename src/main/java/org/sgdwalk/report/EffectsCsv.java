package org.sgdwalk.report;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.words.Digits;

/** All verdicts of a report as a CSV table, which {@code fixtures/verdicts} keeps of a scale. */
final class EffectsCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private static final Comparator<Judged> ORDER =
      comparing(VerdictMatrix::order).thenComparing(judged -> judged.verdict().cell());

  private EffectsCsv() {}

  /** One row a judged case, in the order of the claims, then by cell; none for what was not run. */
  static String of(List<Judged> judged) {
    StringBuilder text = new StringBuilder();
    try {
      FORMAT.printRecord(text, "claim", "cell", "verdict", "effect", "holds", "seeds");
      for (Judged of : judged.stream().sorted(ORDER).toList()) {
        Verdict verdict = of.verdict();
        if (verdict.outcome() != Outcome.NOT_RUN) {
          FORMAT.printRecord(
              text,
              verdict.claim().id(),
              verdict.cell(),
              verdict.outcome(),
              verdict.effect().map(Digits::effect).orElse(""),
              verdict.holds(),
              verdict.counted());
        }
      }
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does no I/O", e);
    }
    return text.toString();
  }
}
