package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Effect;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;

/** R6b: Scaled batches and rates walk otherwise. */
final class ScalingTurnsBack {
  private ScalingTurnsBack() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "R6b",
                    Section.INTRODUCTION,
                    "A large batch with a proportionally larger learning rate has a more negative gradient cosine than a small batch",
                    List.of("footnote 2"))
                .statistic(
                    "mean cosine of the small batch minus that of the scaled run, over all updates of the same number of epochs")
                .criterion("difference above 0")
                .because(
                    "At equal LR/batch the two should walk alike if that ratio were what counts; the paper gives batch and rate different roles, the batch that of the direction's noise.")
                .found(
                    "Footnote 2 concludes that a large batch with a proportionally large learning rate cannot achieve the effect of a small batch, as the two play different roles; no run is shown.")
                .laterWork(
                    "Jastrzebski et al. 2017 (1711.04623): the ratio LR/batch is what counts: limits."),
            Kind.Average.difference(0.05),
            Set.of(Arm.LONG, Arm.LONG_SCALED),
            ScalingTurnsBack::effect)
        .divergingAsClaimed(Set.of(Arm.LONG_SCALED))
        .shownBy(
            View.ofRun(Shown.of(Quantity.COSINE, Arm.LONG, Arm.LONG_SCALED)).by(View.Clock.EPOCHS));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        Mean.of(traces.walk(Arm.LONG).cosines()) - Mean.of(traces.walk(Arm.LONG_SCALED).cosines()));
  }
}
