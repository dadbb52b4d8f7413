package org.sgdwalk.figure;

import java.util.List;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.words.Titles;

/**
 * The seed that figures show, beside all that were judged.
 *
 * @param seed its traces
 * @param all the traces of every judged seed; it may be one of them, or there are none
 * @param which which of the seeds it is, for titles; may be empty
 */
record Example(SeedTraces seed, List<SeedTraces> all, String which) {
  /** Copies the list. */
  Example {
    all = List.copyOf(all);
  }

  /** A seed by itself. */
  static Example of(SeedTraces seed) {
    return new Example(seed, List.of(), "");
  }

  /** A seed of a verdict. */
  static Example of(SeedTraces seed, List<SeedTraces> all, Verdict verdict) {
    int seeds = verdict.seeds().size();
    boolean median =
        verdict.medianSeed().isPresent() && verdict.medianSeed().getAsLong() == seed.seed();
    String which = median ? " (the median of " + seeds + " by effect)" : " (one of " + seeds + ")";
    return new Example(seed, all, seeds > 1 ? which : "");
  }

  Cell cell() {
    return seed.cell();
  }

  /** Cell, scale and seed, and which seed it is. */
  String where() {
    return Titles.where(seed) + which;
  }
}
