package org.sgdwalk.paper;

import java.util.List;
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

/** T6: SGD travels farther than GD. */
final class SgdTravelsFarther {
  private SgdTravelsFarther() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "T6",
                    Section.TRAJECTORY,
                    "SGD ends farther from initialisation than GD after the same number of updates",
                    List.of("1", "2"))
                .statistic("distance of SGD divided by distance of GD after the last update")
                .criterion("ratio above 1")
                .because("The claim is a direction.")
                .found(
                    "After the same number of updates SGD was farther from initialisation than GD, for all architectures.")
                .laterWork(""),
            Kind.Average.ratio(1.05),
            Set.of(Arm.GD, Arm.SGD),
            SgdTravelsFarther::effect)
        .shownBy(View.ofEnd(Shown.of(Quantity.DISTANCE, Arm.GD, Arm.SGD)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(traces.walk(Arm.SGD).finalDistance() / traces.walk(Arm.GD).finalDistance());
  }
}
