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

/** F2a: Small batches find flatter regions. */
final class BatchSharpens {
  private BatchSharpens() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "F2a",
                    Section.ROLES,
                    "A smaller batch at the same learning rate ends in a flatter region",
                    List.of("text"))
                .statistic(
                    "spectral norm of the largest batch divided by that of the smallest, after the last update")
                .criterion("ratio above 1")
                .because("The claim is a direction.")
                .found(
                    "Small batches help to find flatter regions: said in the abstract, with earlier work cited; no spectral norm by batch is shown.")
                .laterWork(
                    "Jastrzebski et al. 2018 (1807.05031): sharpness first rises to a peak set by LR and batch, then falls: contradicts the early part."),
            Kind.Average.ratio(1.1),
            Set.of(Arm.SMALL_BATCH, Arm.LARGE_BATCH),
            BatchSharpens::effect)
        .shownBy(View.ofEnd(Shown.of(Quantity.SPECTRAL_NORM, Arm.SMALL_BATCH, Arm.LARGE_BATCH)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.LARGE_BATCH).finalSpectralNorm()
            / traces.walk(Arm.SMALL_BATCH).finalSpectralNorm());
  }
}
