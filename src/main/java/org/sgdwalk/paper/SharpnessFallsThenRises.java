package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.stats.Correlation;
import org.sgdwalk.trace.EpochRow;

/** T10: SGD finds flatter regions, until the end. */
final class SharpnessFallsThenRises {
  /** Each of the two norms may be off by the residual that its iteration stopped at. */
  private static final double MIN_RISE = 1 + 2 * SharpnessSpec.DEFAULT_TOLERANCE;

  private SharpnessFallsThenRises() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "T10",
                Section.TRAJECTORY,
                "The Hessian spectral norm falls as training goes on and rises towards the end, mildly opposed to validation accuracy",
                List.of("3", "7"))
            .statistic(
                "spectral norm at the end of the last judged epoch divided by the smallest of the judged epochs before")
            .criterion(
                "that smallest one is not the first, the ratio is above "
                    + MIN_RISE
                    + ", and over the judged epochs the norm's correlation with validation accuracy is negative")
            .because(
                "Falls, rises and opposed are directions, and the paper expects no strong correlation. A norm is known within 1 % (the residual at which the iteration stops), so two of them differ when their ratio is above "
                    + MIN_RISE
                    + ".")
            .laterWork(
                "Jastrzebski et al. 2018 (1807.05031): sharpness first rises to a peak set by LR and batch, then falls: contradicts the early part."),
        Set.of(Arm.LONG),
        SharpnessFallsThenRises::observe);
  }

  private static Observation observe(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG);
    List<Integer> epochs = traces.cell().epochs();
    double[] norms = epochs.stream().mapToDouble(walk::spectralNorm).toArray();
    double[] accuracies =
        epochs.stream().map(walk::epoch).mapToDouble(EpochRow::valAccuracy).toArray();
    if (!Arrays.stream(norms).allMatch(Double::isFinite)) {
      return new Observation(Double.NaN, false, "not every judged epoch has a spectral norm");
    }
    double smallest = Arrays.stream(norms).limit(norms.length - 1L).min().orElseThrow();
    double rise = norms[norms.length - 1] / smallest;
    double correlation = Correlation.of(norms, accuracies);
    return new Observation(
        rise,
        smallest < norms[0] && rise > MIN_RISE && correlation < 0,
        String.format(
            Locale.ROOT,
            "spectral norms: %s; correlation with validation accuracy %+.2f",
            text(norms),
            correlation));
  }

  private static String text(double[] norms) {
    return String.join(
        ", ", Arrays.stream(norms).mapToObj(x -> String.format(Locale.ROOT, "%.2f", x)).toList());
  }
}
