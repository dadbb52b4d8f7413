package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.sgdwalk.claim.Window;
import org.sgdwalk.trace.StepRow;

/** Q1a: The three regimes of GD along an eigenvector. */
final class QuadraticRegimes {
  private static final double PARALLEL = 0.999;
  private static final int REGIMES = 3;

  private static final Quantity FROM_MINIMUM =
      Quantity.ofUpdates(
          "distance to the minimum (log)", Quantity.Axis.LOGARITHMIC, StepRow::paramNorm);

  private QuadraticRegimes() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "Q1a",
                    Section.DISCUSSION,
                    "On a quadratic, GD along an eigenvector converges monotonically when eta < 1/lambda, oscillates and converges when 1/lambda < eta < 2/lambda, diverges when eta > 2/lambda",
                    List.of("28"))
                .statistic("number of the three regimes in which every update goes as claimed")
                .criterion(
                    "all three: at every update the cosine is above "
                        + PARALLEL
                        + " (monotone) or below -"
                        + PARALLEL
                        + " (oscillates), and the distance to the minimum falls (converges) or rises (diverges)")
                .because(
                    "Exact: the gradient stays along the eigenvector and an update multiplies it by 1 - eta lambda, so its cosine is 1 or -1; "
                        + PARALLEL
                        + " leaves room for rounding alone, which is below 1e-5 where the start has shrunk most.")
                .found("Figure 28 draws the three regimes, after LeCun et al. 1998.")
                .laterWork(""),
            REGIMES,
            Set.of(Arm.OVER_DAMPED, Arm.UNDER_DAMPED, Arm.UNSTABLE),
            QuadraticRegimes::observe)
        .shownBy(
            View.ofRun(
                Shown.of(Quantity.COSINE, Arm.OVER_DAMPED, Arm.UNDER_DAMPED, Arm.UNSTABLE)
                    .at(1)
                    .at(-1),
                Shown.of(FROM_MINIMUM, Arm.OVER_DAMPED, Arm.UNDER_DAMPED, Arm.UNSTABLE)));
  }

  private static Observation observe(SeedTraces traces) {
    boolean over = goes(traces, Arm.OVER_DAMPED, 1, -1);
    boolean under = goes(traces, Arm.UNDER_DAMPED, -1, -1);
    boolean unstable = goes(traces, Arm.UNSTABLE, -1, 1);
    int regimes = (over ? 1 : 0) + (under ? 1 : 0) + (unstable ? 1 : 0);
    return new Observation(
        regimes,
        regimes == REGIMES,
        String.format(
            Locale.ROOT,
            "as claimed: eta lambda < 1 %s, 1 to 2 %s, > 2 %s",
            over ? "yes" : "no",
            under ? "yes" : "no",
            unstable ? "yes" : "no"));
  }

  /** Whether all cosines have this sign and all changes of the distance to 0 that one. */
  private static boolean goes(SeedTraces traces, Arm arm, int cosine, int change) {
    Window all = traces.cell().valley();
    double[] cosines = traces.walk(arm).cosines(all);
    double[] norms = traces.walk(arm).paramNorms(all);
    boolean changes = norms.length > 1;
    for (int i = 1; i < norms.length; i++) {
      changes &= change * (norms[i] - norms[i - 1]) > 0;
    }
    return changes
        && cosines.length > 0
        && Arrays.stream(cosines).allMatch(c -> cosine * c > PARALLEL);
  }
}
