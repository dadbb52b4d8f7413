package org.sgdwalk.report;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.words.Digits;

/** What each seed of a verdict says, as a CSV table. */
final class SeedsCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private SeedsCsv() {}

  static String of(Verdict verdict) {
    StringBuilder text = new StringBuilder();
    try {
      FORMAT.printRecord(text, "seed", "effect", "holds", "note");
      for (SeedOutcome seed : verdict.seeds()) {
        // An effect is a double of a trace that is kept; here six digits are for reading.
        String effect = Double.isNaN(seed.effect()) ? "" : Digits.of(seed.effect(), 6);
        FORMAT.printRecord(text, seed.seed(), effect, seed.holds(), seed.note());
      }
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does no I/O", e);
    }
    return text.toString();
  }
}
