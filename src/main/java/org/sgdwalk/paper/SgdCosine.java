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
import org.sgdwalk.claim.Window;

/** T5: SGD moves on where GD oscillates. */
final class SgdCosine {
  private static final double CLEARLY = 0.2;

  private SgdCosine() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "T5",
                    Section.TRAJECTORY,
                    "SGD: the gradient cosine is clearly less negative than GD's",
                    List.of("2"))
                .statistic("mean cosine of SGD minus mean cosine of GD over the window")
                .criterion("difference above " + CLEARLY)
                .because(
                    "Ours; the paper gives no number. Clearly: a tenth of the range of a cosine.")
                .found(
                    "SGD's cosines are significantly less negative than GD's; curves without numbers.")
                .laterWork(""),
            Kind.Average.difference(0.05).above(CLEARLY),
            Set.of(Arm.GD, Arm.SGD),
            SgdCosine::effect)
        .where(Requirements.GD_AT_THE_EDGE)
        .shownBy(View.ofWindow(Shown.of(Quantity.COSINE, Arm.GD, Arm.SGD)));
  }

  private static Effect effect(SeedTraces traces) {
    Window valley = traces.cell().valley();
    return Effect.of(
        Mean.of(traces.walk(Arm.SGD).cosines(valley))
            - Mean.of(traces.walk(Arm.GD).cosines(valley)));
  }
}
