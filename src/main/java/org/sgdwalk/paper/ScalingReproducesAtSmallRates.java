package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.claim.Effect;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;

/** R6c: The exception of small rates. */
final class ScalingReproducesAtSmallRates {
  private static final double MARGIN = 0.02;

  private ScalingReproducesAtSmallRates() {}

  static Claim claim() {
    return Claim.alike(
            ClaimCard.of(
                    "R6c",
                    Section.INTRODUCTION,
                    "At a small learning rate a large batch with a proportionally larger rate reaches the accuracy of a small batch",
                    List.of("footnote 2"))
                .statistic(
                    "validation accuracy of the small batch minus that of the scaled run, both at a tenth of the rates, at the end of the same number of epochs")
                .criterion("difference within " + MARGIN + " of 0")
                .because("Ours; the paper gives no number. Two of a hundred images.")
                .found(
                    "Footnote 2 concludes that a large batch with a proportionally large learning rate cannot achieve the effect of a small batch, except at reasonably small rates; no run is shown.")
                .laterWork(
                    "Jastrzebski et al. 2017 (1711.04623): the ratio LR/batch is what counts: limits."),
            new Kind.Alike(Comparison.DIFFERENCE, MARGIN),
            Set.of(Arm.LONG_SMALL_RATE, Arm.LONG_SMALL_RATE_SCALED),
            ScalingReproducesAtSmallRates::effect)
        .shownBy(
            View.ofLastEpoch(
                Shown.of(Quantity.ACCURACY, Arm.LONG_SMALL_RATE, Arm.LONG_SMALL_RATE_SCALED)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.LONG_SMALL_RATE).finalAccuracy()
            - traces.walk(Arm.LONG_SMALL_RATE_SCALED).finalAccuracy());
  }
}
