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

/** N3b: Farther than mini-batch noise. */
final class NoiseTravelsFartherThanSgd {
  private NoiseTravelsFartherThanSgd() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "N3b",
                    Section.NOISE,
                    "GD with isotropic noise travels farther from initialisation than SGD after the same number of updates",
                    List.of("text"))
                .statistic(
                    "distance of the noisy run divided by that of SGD, after the last update")
                .criterion("ratio above 1")
                .because(
                    "The claim is a direction. The smaller noise, of which the paper says that even that hinders; N4c has the larger. A noisy run that diverges is as claimed.")
                .found(
                    "The distances with isotropic noise are much larger even than SGD's after the same number of updates (not shown there).")
                .laterWork(""),
            Kind.Average.ratio(1.05),
            Set.of(Arm.SGD_EXTENDED, Arm.NOISE_SMALL),
            NoiseTravelsFartherThanSgd::effect)
        .divergingAsClaimed(Set.of(Arm.NOISE_SMALL))
        .shownBy(View.ofEnd(Shown.of(Quantity.DISTANCE, Arm.SGD_EXTENDED, Arm.NOISE_SMALL)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.NOISE_SMALL).finalDistance()
            / traces.walk(Arm.SGD_EXTENDED).finalDistance());
  }
}
