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
import org.sgdwalk.stats.Correlation;
import org.sgdwalk.trace.SpectrumRow;

/** N7b: The more the loss curves in a direction, the more of the noise lies along it. */
final class NoiseFollowsCurvature {
  private static final Quantity CORRELATION =
      Quantity.ofEpochs(
          "rank correlation",
          Quantity.Axis.COSINES,
          (walk, epoch) -> correlation(walk.eigenvalues(epoch)));

  private NoiseFollowsCurvature() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "N7b",
                    Section.NOISE,
                    "Among the ten directions of largest curvature, the sharper one has more of the mini-batch noise",
                    List.of("none, left untested"))
                .statistic(
                    "rank correlation of v' C v with the eigenvalue, with its sign, over the Hessian's ten eigenvectors of largest magnitude; mean over the judged epochs")
                .criterion("correlation above 0")
                .because(
                    "The claim is a direction. Networks without batch norm, where examples have gradients of their own.")
                .found(
                    "Left untested there: from the relation of Hessian and covariance near minima it may follow that mini-batch noise is roughly aligned with sharper directions.")
                .laterWork(
                    "Zhu et al. 2018 (1803.00195): anisotropic noise escapes sharp minima better: supports."),
            Kind.Average.difference(0.2),
            Set.of(Arm.LONG_PLAIN),
            NoiseFollowsCurvature::effect)
        .shownBy(View.ofEpochs(Shown.of(CORRELATION, Arm.LONG_PLAIN).at(0)));
  }

  private static Effect effect(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG_PLAIN);
    double[] correlations = ByEpoch.of(traces, epoch -> correlation(walk.eigenvalues(epoch)));
    return new Effect(Mean.of(correlations), ByEpoch.text("by epoch", correlations));
  }

  /** NaN where it was not measured, or nothing varies. */
  private static double correlation(List<SpectrumRow> pairs) {
    boolean measured =
        pairs.size() > 1 && pairs.stream().noneMatch(pair -> Double.isNaN(pair.noise()));
    return measured
        ? Correlation.ofRanks(
            pairs.stream().mapToDouble(SpectrumRow::eigenvalue).toArray(),
            pairs.stream().mapToDouble(SpectrumRow::noise).toArray())
        : Double.NaN;
  }
}
