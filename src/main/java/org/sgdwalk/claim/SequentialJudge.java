package org.sgdwalk.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sgdwalk.stats.SequentialTest;

/**
 * Judges a claim seed by seed until Wald's test decides or the seeds run out.
 *
 * <p>Rule for diverged runs: a seed with one shows nothing of what the claim says, so the claim
 * does not hold for it, and it has no effect size.
 */
public final class SequentialJudge {
  private final SequentialTest test;

  /** A judge with the given error rates. */
  public SequentialJudge(SequentialTest test) {
    this.test = test;
  }

  /** Where traces come from: a store, or runs made on demand. */
  public interface Source {
    /**
     * The traces of a claim's arms for the k-th seed, k from 0; empty when there is no such seed.
     */
    Optional<SeedTraces> seed(int k);
  }

  /** Judges one claim in one cell. */
  public Verdict judge(Claim claim, String cell, Source source) {
    List<SeedOutcome> seeds = new ArrayList<>();
    SequentialTest.Outcome state = test.test(List.of());
    while (state.decision() == SequentialTest.Decision.CONTINUE) {
      Optional<SeedTraces> traces = source.seed(seeds.size());
      if (traces.isEmpty()) {
        break;
      }
      seeds.add(observe(claim, traces.get()));
      state = test.test(seeds.stream().map(SeedOutcome::holds).toList());
    }
    if (seeds.isEmpty()) {
      return Verdict.notRun(
          claim.card(), cell, "no seed has traces of all of " + Arm.keys(claim.arms()), test);
    }
    return new Verdict(
        claim.card(),
        cell,
        outcome(state.decision()),
        reason(state, seeds.size()),
        seeds,
        test,
        state.logLikelihoodRatio());
  }

  private static SeedOutcome observe(Claim claim, SeedTraces traces) {
    Optional<String> divergence = traces.divergence();
    if (divergence.isPresent()) {
      return new SeedOutcome(traces.seed(), Double.NaN, false, divergence.get());
    }
    Observation observation = claim.observe(traces);
    return new SeedOutcome(
        traces.seed(), observation.effect(), observation.holds(), observation.note());
  }

  private String reason(SequentialTest.Outcome state, int seeds) {
    String end =
        switch (state.decision()) {
          case ACCEPT_H1 ->
              String.format(Locale.ROOT, "at or above the upper bound %.2f", test.upperBound());
          case ACCEPT_H0 ->
              String.format(Locale.ROOT, "at or below the lower bound %.2f", test.lowerBound());
          case CONTINUE ->
              String.format(
                  Locale.ROOT,
                  "still between the bounds +-%.2f when the seeds ran out",
                  test.upperBound());
        };
    return String.format(
        Locale.ROOT,
        "holds for %d of %d seeds; log-likelihood ratio %.2f is %s",
        state.successes(),
        seeds,
        state.logLikelihoodRatio(),
        end);
  }

  private static Outcome outcome(SequentialTest.Decision decision) {
    return switch (decision) {
      case ACCEPT_H1 -> Outcome.SUPPORTED;
      case ACCEPT_H0 -> Outcome.REFUTED;
      case CONTINUE -> Outcome.INCONCLUSIVE;
    };
  }
}
