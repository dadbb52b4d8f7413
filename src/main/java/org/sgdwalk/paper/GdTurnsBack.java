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
import org.sgdwalk.claim.Window;

/** T2a: GD turns back. */
final class GdTurnsBack {
  private GdTurnsBack() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "T2a",
                    Section.TRAJECTORY,
                    "GD: the gradient cosine goes negative",
                    List.of("1", "5"))
                .statistic("mean cosine over the last ten updates of the window")
                .criterion("mean < 0")
                .because(
                    "The claim is a direction. Ten updates, because single cosines of GD jump.")
                .found(
                    "After the first updates the cosine of GD's consecutive gradients goes negative.")
                .laterWork(
                    "Cohen et al. 2021 (2103.00065): GD sits at the edge of stability, lambda_max ~ 2/eta: supports, and adds a threshold that can be tested."),
            0,
            Set.of(Arm.GD),
            GdTurnsBack::observe)
        .where(Requirements.GD_AT_THE_EDGE)
        .shownBy(View.ofWindowEnd(Shown.of(Quantity.COSINE, Arm.GD).at(0)));
  }

  private static Observation observe(SeedTraces traces) {
    double mean = lateCosine(traces);
    return Observation.of(mean, mean < 0);
  }

  /** Mean cosine of GD over the last updates of the window. */
  static double lateCosine(SeedTraces traces) {
    Window end = View.endOf(traces.cell().valley());
    return Mean.of(traces.walk(Arm.GD).cosines(end));
  }
}
