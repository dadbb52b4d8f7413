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

/** T10a: SGD finds flatter regions. */
final class SharpnessFalls {
  private SharpnessFalls() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "T10a",
                    Section.TRAJECTORY,
                    "The Hessian spectral norm falls as training goes on",
                    List.of("3", "7"))
                .statistic(
                    "spectral norm at the end of the first judged epoch divided by that of the last but one")
                .criterion("ratio above 1")
                .because("The claim is a direction.")
                .found(
                    "The spectral norm falls as training goes on (VGG-11 and ResNet-56; curves without numbers).")
                .laterWork(
                    "Jastrzebski et al. 2018 (1807.05031): sharpness first rises to a peak set by LR and batch, then falls: contradicts the early part."),
            Kind.Average.ratio(1.1),
            Set.of(Arm.LONG),
            SharpnessFalls::effect)
        .shownBy(
            View.ofEpochs(
                Shown.of(Quantity.SPECTRAL_NORM, Arm.LONG), Shown.of(Quantity.ACCURACY, Arm.LONG)));
  }

  private static Effect effect(SeedTraces traces) {
    double[] norms = Sharpnesses.of(traces);
    return new Effect(norms[0] / norms[norms.length - 2], Sharpnesses.text(norms));
  }
}
