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

/** N4a: Isotropic noise ends at a larger norm. */
final class NoiseRaisesNorm {
  private NoiseRaisesNorm() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "N4a",
                    Section.NOISE,
                    "The norm of the final parameters is larger with isotropic noise than without",
                    List.of("text"))
                .statistic("norm of the noisy run divided by that of GD, after the last update")
                .criterion("ratio above 1")
                .because(
                    "The claim is a direction. The smaller noise, of which the paper says that even that hinders; N4c has the larger. A noisy run that diverges is as claimed.")
                .found(
                    "The norms of isotropic noise solutions are much larger than GD's; the text states the norms, but we could not recover the numbers.")
                .laterWork(""),
            Kind.Average.ratio(1.01),
            Set.of(Arm.GD_EXTENDED, Arm.NOISE_SMALL),
            NoiseRaisesNorm::effect)
        .divergingAsClaimed(Set.of(Arm.NOISE_SMALL))
        .shownBy(View.ofEnd(Shown.of(Quantity.NORM, Arm.GD_EXTENDED, Arm.NOISE_SMALL)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.NOISE_SMALL).finalNorm() / traces.walk(Arm.GD_EXTENDED).finalNorm());
  }
}
