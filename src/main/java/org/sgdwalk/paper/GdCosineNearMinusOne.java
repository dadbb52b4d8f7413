package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;

/** T2b: Consecutive GD gradients are almost opposite. */
final class GdCosineNearMinusOne {
  private static final double CLOSE = -0.9;

  private GdCosineNearMinusOne() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "T2b",
                    Section.TRAJECTORY,
                    "GD: the gradient cosine ends close to -1",
                    List.of("1", "5"))
                .statistic("mean cosine over the last ten updates of the window")
                .criterion("mean <= " + CLOSE)
                .because(
                    "Ours; the paper gives no number. Close: within a twentieth of the range of a cosine.")
                .found(
                    "The cosine of GD's consecutive gradients ends very close to -1: they are almost opposite.")
                .laterWork(
                    "Cohen et al. 2021 (2103.00065): GD sits at the edge of stability, lambda_max ~ 2/eta: supports, and adds a threshold that can be tested."),
            CLOSE,
            Set.of(Arm.GD),
            GdCosineNearMinusOne::observe)
        .where(Requirements.GD_AT_THE_EDGE)
        .shownBy(View.ofWindowEnd(Shown.of(Quantity.COSINE, Arm.GD).at(CLOSE)));
  }

  private static Observation observe(SeedTraces traces) {
    double mean = GdTurnsBack.lateCosine(traces);
    return Observation.of(mean, mean <= CLOSE);
  }
}
