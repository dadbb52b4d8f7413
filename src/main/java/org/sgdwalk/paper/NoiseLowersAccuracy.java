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

/** N2: Isotropic noise hinders generalisation. */
final class NoiseLowersAccuracy {
  private NoiseLowersAccuracy() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "N2",
                    Section.NOISE,
                    "GD with isotropic noise reaches a lower validation accuracy than GD",
                    List.of("5", "25", "26"))
                .statistic(
                    "validation accuracy of GD minus that of the noisy run, after the last update")
                .criterion("difference above 0")
                .because(
                    "The claim is a direction. The smaller noise, of which the paper says that even that hinders; N4c has the larger. A noisy run that diverges is as claimed.")
                .found(
                    "Figures 5, 25 and 26, curves without numbers: even a small isotropic noise makes generalisation worse than GD's.")
                .laterWork(
                    "Smith et al. 2020 (2006.15081): small batches generalise better at equal updates: supports. Geiping et al. 2021 (2109.14119): full batch with explicit regularisation matches SGD: contradicts necessity."),
            Kind.Average.difference(0.02),
            Set.of(Arm.GD_EXTENDED, Arm.NOISE_SMALL),
            NoiseLowersAccuracy::effect)
        .divergingAsClaimed(Set.of(Arm.NOISE_SMALL))
        .where(Requirements.GD_CLEAR_OF_CHANCE)
        .shownBy(View.ofEnd(Shown.of(Quantity.ACCURACY, Arm.GD_EXTENDED, Arm.NOISE_SMALL)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.GD_EXTENDED).finalAccuracy()
            - traces.walk(Arm.NOISE_SMALL).finalAccuracy());
  }
}
