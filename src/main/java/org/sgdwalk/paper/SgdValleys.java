package org.sgdwalk.paper;

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
import org.sgdwalk.trace.CrossSectionRow;

/** T4: SGD walks in a valley. */
final class SgdValleys {
  private static final double MIN_CONVEXITY = 0.8;
  private static final double MOST = 0.5;

  private static final Quantity CONVEX_VALLEYS =
      Quantity.ofEpochs(
          "convex, with an interior minimum",
          Quantity.Axis.UNIT,
          (walk, epoch) -> walk.fraction(List.of(epoch), SgdValleys::isConvexValley));

  private SgdValleys() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "T4",
                    Section.TRAJECTORY,
                    "SGD: cross-sections are roughly convex with an interior minimum for most of training",
                    List.of("2", "10-16", "18", "19", "21"))
                .statistic(
                    "fraction of the judged epochs' steps with an interior minimum and at least "
                        + Math.round(100 * MIN_CONVEXITY)
                        + " % of second differences 0 or more")
                .criterion("fraction > " + MOST)
                .because(
                    "Most is more than half; one or two of nine second differences may be negative in what is roughly convex.")
                .found(
                    "For most of training the loss between SGD's iterates is roughly convex with a minimum in between.")
                .laterWork(
                    "Mutschler and Zell 2021 (2103.17132): the full-batch loss along SGD's update lines is highly parabolic: supports the shape."),
            MOST,
            Set.of(Arm.LONG),
            SgdValleys::observe)
        .shownBy(View.ofEpochs(Shown.of(CONVEX_VALLEYS, Arm.LONG).at(MOST)));
  }

  private static Observation observe(SeedTraces traces) {
    double valleys =
        traces.walk(Arm.LONG).fraction(traces.cell().epochs(), SgdValleys::isConvexValley);
    return Observation.of(valleys, valleys > MOST);
  }

  private static boolean isConvexValley(CrossSectionRow section) {
    return section.inValley() && section.convexity() >= MIN_CONVEXITY;
  }
}
