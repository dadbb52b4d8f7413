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

/** R6a: Batch size and learning rate are not interchangeable. */
final class ScalingLosesAccuracy {
  private ScalingLosesAccuracy() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "R6a",
                    Section.INTRODUCTION,
                    "A large batch with a proportionally larger learning rate does not reach the accuracy of a small batch",
                    List.of("footnote 2"))
                .statistic(
                    "validation accuracy of the small batch minus that of the scaled run, at the end of the same number of epochs")
                .criterion("difference above 0")
                .because(
                    "The paper says that the effect of a small batch is not achieved. A scaled run that diverges achieves nothing.")
                .found(
                    "Footnote 2 concludes that a large batch with a proportionally large learning rate cannot achieve the effect of a small batch, except at reasonably small rates; no run is shown.")
                .laterWork(
                    "Jastrzebski et al. 2017 (1711.04623): the ratio LR/batch is what counts: limits."),
            Kind.Average.difference(0.02),
            Set.of(Arm.LONG, Arm.LONG_SCALED),
            ScalingLosesAccuracy::effect)
        .divergingAsClaimed(Set.of(Arm.LONG_SCALED))
        .shownBy(View.ofLastEpoch(Shown.of(Quantity.ACCURACY, Arm.LONG, Arm.LONG_SCALED)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.LONG).finalAccuracy() - traces.walk(Arm.LONG_SCALED).finalAccuracy());
  }
}
