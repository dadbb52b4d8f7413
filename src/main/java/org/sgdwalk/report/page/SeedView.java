package org.sgdwalk.report.page;

import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.words.Digits;

/**
 * A seed in the table of a verdict.
 *
 * @param seed the seed
 * @param effect its effect, or why there is none
 * @param said whether it is as claimed
 * @param note what else is worth knowing, or empty
 */
record SeedView(String seed, String effect, String said, String note) {

  static SeedView of(SeedOutcome seed) {
    return new SeedView(
        String.valueOf(seed.seed()),
        Double.isNaN(seed.effect()) ? "none" : Digits.three(seed.effect()),
        !seed.counts() ? "does not count" : seed.holds() ? "as claimed" : "not as claimed",
        seed.note());
  }
}
