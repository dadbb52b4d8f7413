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

/** F1a: Mini-batch noise helps optimisation. */
final class SgdLowersLoss {
  private SgdLowersLoss() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "F1a",
                    Section.NOISE,
                    "SGD reaches a lower training loss than GD after the same number of updates",
                    List.of("text"))
                .statistic("training loss of GD divided by that of SGD, after the last update")
                .criterion("ratio above 1")
                .because(
                    "The claim is a direction. The paper does not say whether updates or epochs are to be equal; F1c has epochs.")
                .found(
                    "Finding 1: the stochasticity of mini-batches is needed both for better optimisation and for generalisation; no number is given.")
                .laterWork(
                    "Smith et al. 2020 (2006.15081): small batches generalise better at equal updates: supports. Geiping et al. 2021 (2109.14119): full batch with explicit regularisation matches SGD: contradicts necessity."),
            Kind.Average.ratio(1.05),
            Set.of(Arm.GD_EXTENDED, Arm.SGD_EXTENDED),
            SgdLowersLoss::effect)
        .shownBy(View.ofEnd(Shown.of(Quantity.LOSS, Arm.GD_EXTENDED, Arm.SGD_EXTENDED)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.GD_EXTENDED).lastEpoch().trainLoss()
            / traces.walk(Arm.SGD_EXTENDED).lastEpoch().trainLoss());
  }
}
