package org.sgdwalk.claim;

import java.util.List;
import java.util.Optional;
import org.sgdwalk.stats.BootstrapInterval;
import org.sgdwalk.stats.SequentialTest;

/**
 * What the seeds say about a claim in a cell. A value: it is rendered elsewhere.
 *
 * @param claim what was judged and how
 * @param cell id of the cell
 * @param outcome the verdict
 * @param reason one sentence why, with numbers
 * @param seeds what each judged seed says, in order
 * @param test error rates of the sequential test
 * @param logLikelihoodRatio where the test ended, between its bounds or past one
 */
public record Verdict(
    ClaimCard claim,
    String cell,
    Outcome outcome,
    String reason,
    List<SeedOutcome> seeds,
    SequentialTest test,
    double logLikelihoodRatio) {
  /** Nominal coverage of the effect's interval. */
  public static final double LEVEL = 0.95;

  /** Copies the list. */
  public Verdict {
    seeds = List.copyOf(seeds);
  }

  /** A claim that was not judged. */
  public static Verdict notRun(ClaimCard claim, String cell, String reason, SequentialTest test) {
    return new Verdict(claim, cell, Outcome.NOT_RUN, reason, List.of(), test, 0);
  }

  /** Number of judged seeds for which the claim holds. */
  public int holds() {
    return (int) seeds.stream().filter(SeedOutcome::holds).count();
  }

  /** Median effect and its interval over the seeds whose runs completed; empty without any. */
  public Optional<BootstrapInterval> effect() {
    double[] effects =
        seeds.stream().mapToDouble(SeedOutcome::effect).filter(Double::isFinite).toArray();
    return effects.length == 0
        ? Optional.empty()
        : Optional.of(BootstrapInterval.ofMedian(effects, LEVEL));
  }
}
