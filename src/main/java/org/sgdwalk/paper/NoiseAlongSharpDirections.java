package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.CovarianceRow;

/** N7: The noise of mini-batches points where the loss curves. */
final class NoiseAlongSharpDirections {
  private static final int WELL_ABOVE = 10;

  private NoiseAlongSharpDirections() {}

  static Claim claim() {
    return Claim.law(
        ClaimCard.of(
                "N7",
                Section.NOISE,
                "Mini-batch noise is aligned with the sharp directions of the Hessian",
                List.of("none, left untested"))
            .statistic(
                "smallest, over the judged epochs, of v1' C v1 / (tr C / P): the variance of per-example gradients along the Hessian's first eigenvector, relative to the mean over all directions")
            .criterion(
                "at every judged epoch it is at least "
                    + WELL_ABOVE
                    + " times the largest of twenty random directions")
            .because(
                "Aligned: well above what chance gives. One random direction in twenty exceeds the largest of twenty others; an order of magnitude beyond that is no chance, and the paper gives no number. Networks without batch norm, where examples have gradients of their own.")
            .laterWork(
                "Zhu et al. 2018 (1803.00195): anisotropic noise escapes sharp minima better: supports."),
        Set.of(Arm.LONG_PLAIN),
        NoiseAlongSharpDirections::observe);
  }

  private static Observation observe(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG_PLAIN);
    double smallest = Double.POSITIVE_INFINITY;
    boolean aligned = true;
    StringJoiner random = new StringJoiner(", ", "largest of random directions: ", "");
    for (int epoch : traces.cell().epochs()) {
      CovarianceRow noise = walk.epoch(epoch).covariance();
      if (noise == null) {
        return new Observation(Double.NaN, false, "epoch " + epoch + " has no covariance");
      }
      smallest = Math.min(smallest, noise.alignment());
      aligned &= noise.alignment() >= WELL_ABOVE * noise.largestRandomAlignment();
      random.add(String.format(Locale.ROOT, "%.2f", noise.largestRandomAlignment()));
    }
    return new Observation(smallest, aligned, random.toString());
  }
}
