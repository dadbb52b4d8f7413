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

/** F2b: Large rates find flatter regions. */
final class RateFlattens {
  private RateFlattens() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "F2b",
                    Section.ROLES,
                    "A larger learning rate at the same batch ends in a flatter region",
                    List.of("text"))
                .statistic(
                    "spectral norm at half the reference rate divided by that at twice it, after the last update")
                .criterion("ratio above 1")
                .because("The claim is a direction.")
                .found(
                    "Smaller learning rates lead to sharper minima: said in section 3.2, with earlier work cited; no spectral norm by rate is shown.")
                .laterWork(
                    "Jastrzebski et al. 2018 (1807.05031): sharpness first rises to a peak set by LR and batch, then falls: contradicts the early part."),
            Kind.Average.ratio(1.1),
            Set.of(Arm.LOW_RATE, Arm.HIGH_RATE),
            RateFlattens::effect)
        .shownBy(View.ofEnd(Shown.of(Quantity.SPECTRAL_NORM, Arm.LOW_RATE, Arm.HIGH_RATE)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.LOW_RATE).finalSpectralNorm()
            / traces.walk(Arm.HIGH_RATE).finalSpectralNorm());
  }
}
