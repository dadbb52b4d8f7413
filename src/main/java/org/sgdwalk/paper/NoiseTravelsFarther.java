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

/** N3a: Isotropic noise carries far. */
final class NoiseTravelsFarther {
  private NoiseTravelsFarther() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "N3a",
                    Section.NOISE,
                    "GD with isotropic noise travels farther from initialisation than GD",
                    List.of("5", "25", "26"))
                .statistic("distance of the noisy run divided by that of GD, after the last update")
                .criterion("ratio above 1")
                .because(
                    "The claim is a direction. The smaller noise, of which the paper says that even that hinders; N4c has the larger. A noisy run that diverges is as claimed.")
                .found(
                    "Figures 5, 25 and 26, curves without numbers: runs with isotropic noise travel farther from initialisation than GD.")
                .laterWork(""),
            Kind.Average.ratio(1.05),
            Set.of(Arm.GD_EXTENDED, Arm.NOISE_SMALL),
            NoiseTravelsFarther::effect)
        .divergingAsClaimed(Set.of(Arm.NOISE_SMALL))
        .shownBy(View.ofEnd(Shown.of(Quantity.DISTANCE, Arm.GD_EXTENDED, Arm.NOISE_SMALL)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.NOISE_SMALL).finalDistance()
            / traces.walk(Arm.GD_EXTENDED).finalDistance());
  }
}
