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
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.CrossSectionRow;

/** H2: Lower because flatter. */
final class HeightFollowsSharpness {
  private HeightFollowsSharpness() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "H2",
                    Section.SCHEDULES,
                    "The heights at which SGD oscillates go with the Hessian's spectral norm",
                    List.of("3", "table 2"))
                .statistic(
                    "rank correlation of the mean height with the spectral norm over the judged epochs")
                .criterion("correlation above 0")
                .because(
                    "The claim is a direction: the paper gives flatter regions as the likely reason of lower heights.")
                .found(
                    "Heights fall as training goes on (table 2), likely because SGD finds flatter regions (figure 3); no correlation is given.")
                .laterWork(""),
            Kind.Average.difference(0.2),
            Set.of(Arm.LONG),
            HeightFollowsSharpness::effect)
        .shownBy(
            View.ofEpochs(
                Shown.of(Quantity.MEAN_HEIGHT, Arm.LONG),
                Shown.of(Quantity.SPECTRAL_NORM, Arm.LONG)));
  }

  private static Effect effect(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG);
    return Sharpnesses.correlation(traces, epoch -> walk.mean(epoch, CrossSectionRow::height));
  }
}
