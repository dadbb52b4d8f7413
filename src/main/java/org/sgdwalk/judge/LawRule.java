package org.sgdwalk.judge;

import java.util.List;
import java.util.Locale;
import org.sgdwalk.stats.SequentialTest;

/** Wald's test on the bits of the seeds that count. */
final class LawRule implements Rule {
  private final SequentialTest test;
  private final int mostSeeds;

  LawRule(Stopping stopping) {
    this.test = stopping.law();
    this.mostSeeds = stopping.mostSeeds();
  }

  @Override
  public Decision decide(List<SeedOutcome> seeds) {
    int used = (int) seeds.stream().filter(SeedOutcome::counts).count();
    int holds = (int) seeds.stream().filter(SeedOutcome::holds).count();
    SequentialTest.Decision decision = test.decide(used, holds);
    String counted = "holds for %d of %d seeds".formatted(holds, used);
    return switch (decision) {
      case ACCEPT_H1 -> new Decision(Outcome.SUPPORTED, counted + past(test.upperBound()), 0);
      case ACCEPT_H0 -> new Decision(Outcome.NOT_MET, counted + past(test.lowerBound()), 0);
      case CONTINUE -> open(seeds.size(), used, holds, counted);
    };
  }

  private Decision open(int seen, int used, int holds, String counted) {
    int further = Math.min(test.leastFurtherBits(used, holds), mostSeeds - seen);
    return used == 0 && further == 0 && seen >= Gates.SEEDS
        ? Decision.nothingSeen(seen)
        : new Decision(
            Outcome.INCONCLUSIVE,
            counted
                + String.format(
                    Locale.ROOT, ", still between the bounds +-%.2f", test.upperBound()),
            further);
  }

  private static String past(double bound) {
    return String.format(Locale.ROOT, ", past the bound %+.2f of the log-likelihood ratio", bound);
  }
}
