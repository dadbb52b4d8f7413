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

/** N4b: SGD ends at a smaller norm than GD. */
final class SgdKeepsNormSmall {
  private SgdKeepsNormSmall() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "N4b",
                    Section.NOISE,
                    "The norm of the final parameters is smaller with SGD than with GD",
                    List.of("text"))
                .statistic("norm of GD divided by norm of SGD, after the last update")
                .criterion("ratio above 1")
                .because("The claim is a direction.")
                .found(
                    "SGD finds solutions of a smaller norm than GD; the text states the norms, but we could not recover the numbers.")
                .laterWork(""),
            Kind.Average.ratio(1.01),
            Set.of(Arm.GD_EXTENDED, Arm.SGD_EXTENDED),
            SgdKeepsNormSmall::effect)
        .shownBy(View.ofEnd(Shown.of(Quantity.NORM, Arm.GD_EXTENDED, Arm.SGD_EXTENDED)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.GD_EXTENDED).finalNorm() / traces.walk(Arm.SGD_EXTENDED).finalNorm());
  }
}
