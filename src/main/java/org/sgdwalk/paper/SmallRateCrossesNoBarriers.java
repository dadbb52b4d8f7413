package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;

/** B1: Small rates do not cross barriers either. */
final class SmallRateCrossesNoBarriers {
  private SmallRateCrossesNoBarriers() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "B1",
                    Section.DISCUSSION,
                    "With a small learning rate SGD does not cross the barriers of the floor either",
                    List.of("text"))
                .statistic(
                    "largest fraction, over the judged epochs, of updates at half the learning rate that cross a barrier higher than the numerical floor")
                .criterion("fraction <= 23/450")
                .because("The bound of T8, which is the paper's.")
                .found(
                    "With a small learning rate SGD was expected to cross the floor's barriers, and did not; no number is given.")
                .laterWork(
                    "Guille-Escuret et al. 2023 (2306.11922): no significant obstacles on the path: supports."),
            SgdCrossesNoBarriers.ALMOST_NEVER,
            Set.of(Arm.LONG_LOW_RATE),
            traces -> SgdCrossesNoBarriers.observe(traces, Arm.LONG_LOW_RATE))
        .shownBy(
            View.ofEpochs(
                Shown.of(Quantity.BARRIERS, Arm.LONG_LOW_RATE)
                    .at(SgdCrossesNoBarriers.ALMOST_NEVER)));
  }
}
