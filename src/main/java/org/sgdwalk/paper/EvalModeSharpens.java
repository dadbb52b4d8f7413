package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.sgdwalk.trace.SharpnessRow;

/** V1: The curvature that training does not see. */
final class EvalModeSharpens {
  private EvalModeSharpens() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "V1",
                    Section.TRAJECTORY,
                    "The Hessian spectral norm is larger with batch norm in eval mode than in train mode",
                    List.of("footnote 6"))
                .statistic(
                    "spectral norm in eval mode divided by that in train mode, geometric mean over the judged epochs")
                .criterion("ratio above 1")
                .because(
                    "The claim is a direction: significantly larger, and the paper gives no number. Both at the same theta; the running statistics are constants of the loss.")
                .found(
                    "In validation mode the spectral norm is significantly larger; no number is given.")
                .laterWork(""),
            Kind.Average.ratio(1.1),
            Set.of(Arm.LONG),
            EvalModeSharpens::effect)
        .shownBy(
            View.ofEpochs(
                Shown.of(Quantity.SPECTRAL_NORM, Arm.LONG).beside(Quantity.EVAL_SPECTRAL_NORM)));
  }

  private static Effect effect(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG);
    double[] ratios = ByEpoch.of(traces, epoch -> ratio(walk.epoch(epoch).sharpness()));
    double logs = Mean.of(Arrays.stream(ratios).map(Math::log).toArray());
    return new Effect(Math.exp(logs), ByEpoch.text("by epoch", ratios));
  }

  private static double ratio(@Nullable SharpnessRow sharpness) {
    return sharpness == null ? Double.NaN : sharpness.evalSpectralNorm() / sharpness.spectralNorm();
  }
}
