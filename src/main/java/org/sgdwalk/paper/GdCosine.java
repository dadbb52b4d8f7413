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

/** T2: Consecutive GD gradients are almost opposite. */
final class GdCosine {
  private static final int LAST = 10;
  private static final double MAX_COSINE = -0.707;

  private GdCosine() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "T2",
                Section.TRAJECTORY,
                "GD: the gradient cosine goes negative and ends close to -1",
                List.of("1", "5"))
            .statistic("mean cosine over the last " + LAST + " updates of the window")
            .criterion("mean <= " + MAX_COSINE)
            .because(
                "cos 135 degrees: nearer to opposite than to a right angle. The paper gives no number. Ten updates, because single cosines of GD jump. Narrow networks with batch norm fit their few images before they get much closer; the effect shows how close.")
            .laterWork(
                "Cohen et al. 2021 (2103.00065): GD sits at the edge of stability, lambda_max ~ 2/eta: supports, and adds a threshold that can be tested."),
        Set.of(Arm.GD),
        GdCosine::observe);
  }

  private static Observation observe(SeedTraces traces) {
    Window valley = traces.cell().valley();
    Window end = new Window(Math.max(valley.first(), valley.last() - LAST + 1), valley.last());
    double mean = Mean.of(traces.walk(Arm.GD).cosines(end));
    return Observation.of(mean, mean <= MAX_COSINE);
  }
}
