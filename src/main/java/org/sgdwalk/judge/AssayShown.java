package org.sgdwalk.judge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Assay;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.stats.LocationTest;

/** Whether the seeds show what must be shown before they may say anything of the claim. */
final class AssayShown {
  private final @Nullable Assay assay;
  private final LocationTest test;
  private final List<Double> effects = new ArrayList<>();

  AssayShown(@Nullable Assay assay, Stopping stopping) {
    this.assay = assay;
    this.test = new LocationTest(stopping.average());
  }

  /** Takes the effect of one more seed; a run that diverged shows nothing. */
  void read(SeedTraces traces) {
    if (assay != null) {
      effects.add(
          traces.divergedAt(assay.arms()).isEmpty()
              ? assay.effect().applyAsDouble(traces)
              : Double.NEGATIVE_INFINITY);
    }
  }

  /** What may be said after so many seeds, given what the claim's rule says. */
  Decision over(Decision decision, int seeds) {
    if (assay == null
        || test.above(effects.stream().mapToDouble(Double::doubleValue).toArray(), 0)
            != LocationTest.NEVER) {
      return decision;
    }
    long seen = effects.stream().filter(effect -> effect > 0).count();
    String reason =
        "not shown that %s: so in %d of %d seeds".formatted(assay.requirement(), seen, seeds);
    int further = test.design().furtherToLook(seeds);
    boolean cannot = further == 0 && seeds >= Gates.SEEDS;
    return new Decision(cannot ? Outcome.NOT_TESTABLE : Outcome.INCONCLUSIVE, reason, further);
  }
}
