package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.CovarianceRow;

/** N7a: The noise of mini-batches points where the loss curves most. */
final class NoiseAlongSharpDirections {
  private static final int WELL_ABOVE = 10;

  private static final Quantity ALIGNMENT =
      Quantity.ofEpochs(
          "alignment (log)", Quantity.Axis.LOGARITHMIC, NoiseAlongSharpDirections::alignment);

  private NoiseAlongSharpDirections() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "N7a",
                    Section.NOISE,
                    "Mini-batch noise is aligned with the sharpest direction of the Hessian",
                    List.of("none, left untested"))
                .statistic(
                    "smallest, over the judged epochs, of v1' C v1 / (tr C / r): the variance of per-example gradients along the Hessian's first eigenvector, relative to its mean over the r dimensions that these gradients span")
                .criterion("at every judged epoch it is at least " + WELL_ABOVE)
                .because(
                    "Aligned: well above what chance gives, and the paper gives no number. Noise has no part outside the span of the gradients, so the mean over all directions would be far too low a bar. Of the directions in the span at most one in 600 has ten times the mean, whatever C is: its share is a mean of squared normals, and none has a longer tail than a single one (Szekely and Bakirov 2003). Networks without batch norm, where examples have gradients of their own.")
                .found(
                    "Left untested there: from the relation of Hessian and covariance near minima it may follow that mini-batch noise is roughly aligned with sharper directions.")
                .laterWork(
                    "Zhu et al. 2018 (1803.00195): anisotropic noise escapes sharp minima better: supports."),
            WELL_ABOVE,
            Set.of(Arm.LONG_PLAIN),
            NoiseAlongSharpDirections::observe)
        .shownBy(View.ofEpochs(Shown.of(ALIGNMENT, Arm.LONG_PLAIN).at(WELL_ABOVE)));
  }

  private static Observation observe(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG_PLAIN);
    double[] alignments = ByEpoch.of(traces, epoch -> alignment(walk, epoch));
    double smallest = Arrays.stream(alignments).min().orElse(Double.NaN);
    return new Observation(smallest, smallest >= WELL_ABOVE, ByEpoch.text("by epoch", alignments));
  }

  /** NaN where it was not measured. */
  private static double alignment(Walk walk, int epoch) {
    CovarianceRow noise = walk.epoch(epoch).covariance();
    return noise == null ? Double.NaN : noise.alignmentInSpan(walk.examples());
  }
}
