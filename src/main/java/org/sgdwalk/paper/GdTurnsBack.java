package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Window;

/** T2a: GD turns back. */
final class GdTurnsBack {
  private static final int LAST = 10;

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
                .laterWork(
                    "Cohen et al. 2021 (2103.00065): GD sits at the edge of stability, lambda_max ~ 2/eta: supports, and adds a threshold that can be tested."),
            Set.of(Arm.GD),
            GdTurnsBack::observe)
        .where(Requirements.GD_AT_THE_EDGE);
  }

  private static Observation observe(SeedTraces traces) {
    double mean = lateCosine(traces);
    return Observation.of(mean, mean < 0);
  }

  /** Mean cosine of GD over the last updates of the window. */
  static double lateCosine(SeedTraces traces) {
    Window valley = traces.cell().valley();
    Window end = new Window(Math.max(valley.first(), valley.last() - LAST + 1), valley.last());
    return Mean.of(traces.walk(Arm.GD).cosines(end));
  }
}
