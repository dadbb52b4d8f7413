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
import org.sgdwalk.claim.Walk;
import org.sgdwalk.claim.Window;
import org.sgdwalk.stats.FloorPath;
import org.sgdwalk.trace.CrossSectionRow;

/** T3: GD's valley floor goes down. */
final class GdFloorFalls {
  private static final double MIN_FALLING = 0.9;
  private static final double MIN_IN_VALLEY = 0.5;

  private GdFloorFalls() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "T3",
                    Section.TRAJECTORY,
                    "GD: the valley floor falls almost monotonically",
                    List.of("1"))
                .statistic("fraction of the window's consecutive valley floors that fall")
                .criterion(
                    "fraction >= "
                        + MIN_FALLING
                        + ", and at least half of the window's updates are in a valley")
                .because(
                    "Almost: at most one rise in ten. A few valleys say nothing about a path; the window is where GD should be in one.")
                .found("GD's valley floor falls smoothly.")
                .laterWork(""),
            MIN_FALLING,
            Set.of(Arm.GD),
            GdFloorFalls::observe)
        .where(Requirements.GD_AT_THE_EDGE)
        .shownBy(View.ofWindow(Shown.of(Quantity.FLOOR, Arm.GD)));
  }

  private static Observation observe(SeedTraces traces) {
    Window valley = traces.cell().valley();
    Walk gd = traces.walk(Arm.GD);
    double falling = FloorPath.of(gd.floors(valley), 0).falling();
    boolean inValleys = gd.fraction(valley, CrossSectionRow::inValley) >= MIN_IN_VALLEY;
    return Observation.of(falling, inValleys && falling >= MIN_FALLING);
  }
}
