package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
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

/** T8: SGD moves over barriers, not through them. */
final class SgdCrossesNoBarriers {
  private static final int BARRIERS = 23;
  private static final int UPDATES = 450;

  /** The largest rate that the paper still calls almost never. */
  static final double ALMOST_NEVER = (double) BARRIERS / UPDATES;

  private SgdCrossesNoBarriers() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "T8",
                    Section.TRAJECTORY,
                    "SGD almost never crosses a barrier",
                    List.of("table 1", "8"))
                .statistic(
                    "largest fraction, over the judged epochs, of updates that cross a barrier higher than the numerical floor")
                .criterion("fraction <= " + BARRIERS + "/" + UPDATES)
                .because(
                    BARRIERS
                        + " of "
                        + UPDATES
                        + " updates is the largest rate in table 1, which the paper still calls almost never.")
                .found(
                    "Section 3.1, table 1: barriers crossed in the 450 updates of epochs 1, 10, 25 and 100 are 0, 0, 5, 13 (VGG-11), 0, 0, 2, 23 (ResNet-56), and 0, 3, 5 in the first three (MLP, which has 40 epochs).")
                .laterWork(
                    "Guille-Escuret et al. 2023 (2306.11922): no significant obstacles on the path: supports. Xie et al. 2020 (2002.03495): diffusion between minima: tension."),
            ALMOST_NEVER,
            Set.of(Arm.LONG),
            SgdCrossesNoBarriers::observe)
        .shownBy(View.ofEpochs(Shown.of(Quantity.BARRIERS, Arm.LONG).at(ALMOST_NEVER)));
  }

  private static Observation observe(SeedTraces traces) {
    return observe(traces, Arm.LONG);
  }

  /** Of a long run. */
  static Observation observe(SeedTraces traces, Arm arm) {
    Walk walk = traces.walk(arm);
    double floor = walk.numericalFloor();
    double worst = 0;
    StringJoiner byEpoch = new StringJoiner(", ", "barriers of any height (above the floor): ", "");
    for (int epoch : traces.cell().epochs()) {
      double crossed = walk.fraction(List.of(epoch), s -> s.barrierHeight() > floor);
      worst = Math.max(worst, crossed);
      byEpoch.add(
          String.format(
              Locale.ROOT,
              "epoch %d: %.0f (%.0f) of %.0f",
              epoch,
              walk.count(epoch, s -> s.barrierHeight() > 0),
              walk.barriers(epoch),
              walk.count(epoch, s -> true)));
    }
    return new Observation(worst, worst <= ALMOST_NEVER, byEpoch.toString());
  }
}
