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
import org.sgdwalk.claim.Walk;

/** T10c: Flat regions generalise. */
final class SharpnessOpposesAccuracy {
  private SharpnessOpposesAccuracy() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "T10c",
                    Section.TRAJECTORY,
                    "The Hessian spectral norm goes against validation accuracy",
                    List.of("3", "7"))
                .statistic(
                    "rank correlation of the spectral norm with the validation error over the judged epochs")
                .criterion("correlation above 0")
                .because("The claim is a direction: mildly, and no strong correlation is expected.")
                .found(
                    "The late rise of the spectral norm goes mildly with a drop of validation accuracy; no strong correlation is expected.")
                .laterWork(""),
            Kind.Average.difference(0.2),
            Set.of(Arm.LONG),
            SharpnessOpposesAccuracy::effect)
        .shownBy(
            View.ofEpochs(
                Shown.of(Quantity.SPECTRAL_NORM, Arm.LONG), Shown.of(Quantity.ACCURACY, Arm.LONG)));
  }

  private static Effect effect(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG);
    return Sharpnesses.correlation(traces, epoch -> 1 - walk.epoch(epoch).valAccuracy());
  }
}
