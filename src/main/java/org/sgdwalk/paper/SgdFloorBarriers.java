package org.sgdwalk.paper;

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
import org.sgdwalk.claim.Walk;
import org.sgdwalk.stats.FloorPath;

/** T7: SGD's valley floor is rough. */
final class SgdFloorBarriers {
  private static final int MIN_OF_SGD = 2;
  private static final int MAX_OF_GD = 1;

  private SgdFloorBarriers() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "T7",
                    Section.TRAJECTORY,
                    "SGD: the valley floor goes up and down (floor barriers), GD's does not",
                    List.of("2"))
                .statistic(
                    "floor barriers of SGD minus floor barriers of GD over the window, each above the numerical floor")
                .criterion(
                    "SGD has at least " + MIN_OF_SGD + " floor barriers, GD at most " + MAX_OF_GD)
                .because(
                    "Ups and downs are two or more; GD's floor is almost monotone (T3), so one is let pass.")
                .found(
                    "SGD's valley floor has many ups and downs, in contrast with GD's, for all architectures.")
                .laterWork(""),
            Set.of(Arm.GD, Arm.SGD),
            SgdFloorBarriers::observe)
        .where(Requirements.GD_AT_THE_EDGE)
        .shownBy(View.ofWindow(Shown.of(Quantity.FLOOR, Arm.GD, Arm.SGD)));
  }

  private static Observation observe(SeedTraces traces) {
    FloorPath gd = path(traces, Arm.GD);
    FloorPath sgd = path(traces, Arm.SGD);
    return new Observation(
        sgd.barriers() - gd.barriers(),
        sgd.barriers() >= MIN_OF_SGD && gd.barriers() <= MAX_OF_GD,
        String.format(
            Locale.ROOT,
            "floor barriers: SGD %d, GD %d; rising floors: SGD %.2f, GD %.2f",
            sgd.barriers(),
            gd.barriers(),
            sgd.rising(),
            gd.rising()));
  }

  private static FloorPath path(SeedTraces traces, Arm arm) {
    Walk walk = traces.walk(arm);
    return FloorPath.of(walk.floors(traces.cell().valley()), walk.numericalFloor());
  }
}
