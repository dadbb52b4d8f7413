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

/** S2a: Raising the rate helps. */
final class CyclesBeatSteps {
  private CyclesBeatSteps() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "S2a",
                    Section.SCHEDULES,
                    "The cyclical learning rate does slightly better than step-wise annealing",
                    List.of("6", "27"))
                .statistic(
                    "validation accuracy of the cyclical learning rate minus that of step-wise annealing, at the end of equally many updates, each tuned")
                .criterion("difference above 0")
                .because(
                    "The claim is a direction; slightly: no more is asked. First step-wise annealing must be shown to gain anything over a constant rate.")
                .found(
                    "Schedules that increase the learning rate during training may be considered slightly better than step-wise annealing; curves without numbers.")
                .laterWork(
                    "Haegele et al. 2024 (2405.18392): constant LR + cooldown scales like cosine: supports the shape."),
            Kind.Average.difference(0.02),
            Set.of(Arm.LONG_STEPWISE, Arm.LONG_CYCLICAL),
            CyclesBeatSteps::effect)
        .assayedBy(Requirements.STEPS_HELP)
        .shownBy(
            View.ofLastEpoch(
                Shown.of(
                    Quantity.ACCURACY, Arm.LONG_CONSTANT, Arm.LONG_STEPWISE, Arm.LONG_CYCLICAL)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.LONG_CYCLICAL).finalAccuracy()
            - traces.walk(Arm.LONG_STEPWISE).finalAccuracy());
  }
}
