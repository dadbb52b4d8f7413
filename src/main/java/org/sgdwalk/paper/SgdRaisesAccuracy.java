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

/** F1b: Mini-batch noise helps generalisation. */
final class SgdRaisesAccuracy {
  private SgdRaisesAccuracy() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "F1b",
                    Section.NOISE,
                    "SGD reaches a higher validation accuracy than GD after the same number of updates",
                    List.of("text"))
                .statistic("validation accuracy of SGD minus that of GD, after the last update")
                .criterion("difference above 0")
                .because("The claim is a direction.")
                .found(
                    "Finding 1: the stochasticity of mini-batches is needed both for better optimisation and for generalisation; no number is given.")
                .laterWork(
                    "Smith et al. 2020 (2006.15081): small batches generalise better at equal updates: supports. Geiping et al. 2021 (2109.14119): full batch with explicit regularisation matches SGD: contradicts necessity."),
            Kind.Average.difference(0.02),
            Set.of(Arm.GD_EXTENDED, Arm.SGD_EXTENDED),
            SgdRaisesAccuracy::effect)
        .where(Requirements.GD_CLEAR_OF_CHANCE)
        .shownBy(View.ofEnd(Shown.of(Quantity.ACCURACY, Arm.GD_EXTENDED, Arm.SGD_EXTENDED)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.SGD_EXTENDED).finalAccuracy()
            - traces.walk(Arm.GD_EXTENDED).finalAccuracy());
  }
}
