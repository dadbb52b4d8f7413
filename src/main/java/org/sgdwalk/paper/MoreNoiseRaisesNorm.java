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

/** N4c: The more noise, the larger the norm. */
final class MoreNoiseRaisesNorm {
  private MoreNoiseRaisesNorm() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "N4c",
                    Section.NOISE,
                    "The larger the isotropic noise, the larger the norm of the final parameters",
                    List.of("text"))
                .statistic(
                    "norm of the run with the larger noise divided by that with the smaller, after the last update")
                .criterion("ratio above 1")
                .because(
                    "The claim is a direction. A larger noise that diverges alone is as claimed.")
                .found(
                    "Of the two factors of noise the larger has the larger norm; the text states the norms, but we could not recover the numbers.")
                .laterWork(""),
            Kind.Average.ratio(1.01),
            Set.of(Arm.NOISE_SMALL, Arm.NOISE_LARGE),
            MoreNoiseRaisesNorm::effect)
        .divergingAsClaimed(Set.of(Arm.NOISE_LARGE))
        .shownBy(View.ofEnd(Shown.of(Quantity.NORM, Arm.NOISE_SMALL, Arm.NOISE_LARGE)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.NOISE_LARGE).finalNorm() / traces.walk(Arm.NOISE_SMALL).finalNorm());
  }
}
