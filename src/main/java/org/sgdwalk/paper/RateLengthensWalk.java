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

/** L1: Large rates explore farther. */
final class RateLengthensWalk {
  private RateLengthensWalk() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "L1",
                    Section.ROLES,
                    "A larger learning rate at the same batch ends farther from initialisation",
                    List.of("4", "22-24"))
                .statistic(
                    "distance at twice the reference rate divided by that at the reference rate, after the last update")
                .criterion("ratio above 1")
                .because(
                    "The claim is a direction. R2 has the batch's part beside it, over a factor of ten.")
                .found(
                    "A large learning rate helps SGD traverse a larger distance; curves without numbers.")
                .laterWork(""),
            Kind.Average.ratio(1.05),
            Set.of(Arm.SGD, Arm.HIGH_RATE),
            RateLengthensWalk::effect)
        .shownBy(View.ofEnd(Shown.of(Quantity.DISTANCE, Arm.SGD, Arm.HIGH_RATE)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.HIGH_RATE).finalDistance() / traces.walk(Arm.SGD).finalDistance());
  }
}
