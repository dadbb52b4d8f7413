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

/** T1: GD bounces between the walls of a quadratic-like valley. */
final class GdBowls {
  private static final double MIN_R2 = 0.9;
  private static final double MIN_FRACTION = 0.95;

  private GdBowls() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "T1",
                    Section.TRAJECTORY,
                    "GD: after the first iterations every cross-section is a quadratic-like bowl with an interior minimum",
                    List.of("1", "9", "17", "20"))
                .statistic(
                    "fraction of the window's steps whose minimum is interior and whose parabola has R^2 of at least "
                        + MIN_R2)
                .criterion("fraction >= " + MIN_FRACTION)
                .because(
                    "Every step, but one in twenty may have its minimum within a tenth of an end, where 11 points cannot see it; a parabola that explains nine tenths of the variance is quadratic-like.")
                .found(
                    "From an early update on, the loss between any two iterates of GD looks like a quadratic with its minimum in between.")
                .laterWork(
                    "Cohen et al. 2021 (2103.00065): GD sits at the edge of stability, lambda_max ~ 2/eta: supports, and adds a threshold that can be tested."),
            MIN_FRACTION,
            Set.of(Arm.GD),
            GdBowls::observe)
        .where(Requirements.GD_AT_THE_EDGE)
        .shownBy(
            View.ofWindow(
                Shown.of(Quantity.PARABOLA, Arm.GD).at(MIN_R2), Shown.of(Quantity.LOWEST, Arm.GD)));
  }

  private static Observation observe(SeedTraces traces) {
    double bowls =
        traces
            .walk(Arm.GD)
            .fraction(traces.cell().valley(), s -> s.inValley() && s.quadraticR2() >= MIN_R2);
    return Observation.of(bowls, bowls >= MIN_FRACTION);
  }
}
