package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Section;

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
            .laterWork(
                "Guille-Escuret et al. 2023 (2306.11922): no significant obstacles on the path: supports."),
        Set.of(Arm.LONG_LOW_RATE),
        traces -> SgdCrossesNoBarriers.observe(traces, Arm.LONG_LOW_RATE));
  }
}
