package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
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
import org.sgdwalk.claim.Window;
import org.sgdwalk.stats.FloorPath;
import org.sgdwalk.trace.CrossSectionRow;

/** H1: SGD passes over the floor's barriers. */
final class HeightExceedsFloorBarriers {
  private HeightExceedsFloorBarriers() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "H1",
                    Section.TRAJECTORY,
                    "SGD travels at a height above the barriers of its valley floor",
                    List.of("2"))
                .statistic(
                    "mean height over the window divided by the mean rise of the valley floor from one update to the next, where it rises")
                .criterion("ratio above 1")
                .because(
                    "The claim is a direction: higher than what the floor rises by. A walk whose floor never rises says nothing of it.")
                .found(
                    "SGD avoids the barriers of the valley floor by traveling at a height above it: deduced from figure 2, with no number.")
                .laterWork(""),
            Kind.Average.ratio(1.1),
            Set.of(Arm.SGD),
            HeightExceedsFloorBarriers::effect)
        .shownBy(
            View.ofWindow(Shown.of(Quantity.FLOOR, Arm.SGD), Shown.of(Quantity.HEIGHT, Arm.SGD)));
  }

  private static Effect effect(SeedTraces traces) {
    Walk sgd = traces.walk(Arm.SGD);
    Window valley = traces.cell().valley();
    double height = sgd.mean(valley, CrossSectionRow::height);
    double rise = FloorPath.of(sgd.floors(valley), sgd.numericalFloor()).meanRise();
    return new Effect(
        height / rise,
        String.format(Locale.ROOT, "mean height %.4f, mean rise %.4f", height, rise));
  }
}
