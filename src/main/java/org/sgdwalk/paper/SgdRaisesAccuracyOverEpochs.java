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

/** F1d: The same at equal epochs. */
final class SgdRaisesAccuracyOverEpochs {
  private SgdRaisesAccuracyOverEpochs() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "F1d",
                    Section.NOISE,
                    "SGD reaches a higher validation accuracy than GD after the same number of epochs",
                    List.of("text"))
                .statistic(
                    "validation accuracy of SGD minus that of GD, after as many updates of GD as SGD has epochs")
                .criterion("difference above 0")
                .because("The claim is a direction.")
                .found(
                    "Finding 1: the stochasticity of mini-batches is needed both for better optimisation and for generalisation; no number is given.")
                .laterWork(
                    "Smith et al. 2020 (2006.15081): small batches generalise better at equal updates: supports. Geiping et al. 2021 (2109.14119): full batch with explicit regularisation matches SGD: contradicts necessity."),
            Kind.Average.difference(0.02),
            Set.of(Arm.GD_EXTENDED, Arm.SGD_EXTENDED),
            SgdRaisesAccuracyOverEpochs::effect)
        .where(Requirements.SGD_CLEAR_OF_CHANCE)
        .shownBy(View.ofLastEpoch(Shown.of(Quantity.ACCURACY, Arm.GD_EXTENDED, Arm.SGD_EXTENDED)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.SGD_EXTENDED).finalAccuracy() - EqualEpochs.gd(traces).valAccuracy());
  }
}
