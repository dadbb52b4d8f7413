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

/** R2: Small batches explore farther. */
final class BatchShortensWalk {
  private BatchShortensWalk() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "R2",
                    Section.ROLES,
                    "A larger batch at the same learning rate ends nearer to initialisation",
                    List.of("4", "22-24"))
                .statistic(
                    "distance of the smallest batch divided by that of the largest, after the last update")
                .criterion("ratio above 1")
                .because("The claim is a direction.")
                .found(
                    "The distance from initialisation is smaller for larger batches, for all architectures; curves without numbers.")
                .laterWork(""),
            Kind.Average.ratio(1.05),
            Set.of(Arm.SMALL_BATCH, Arm.LARGE_BATCH),
            BatchShortensWalk::effect)
        .shownBy(View.ofEnd(Shown.of(Quantity.DISTANCE, Arm.SMALL_BATCH, Arm.LARGE_BATCH)));
  }

  private static Effect effect(SeedTraces traces) {
    return Effect.of(
        traces.walk(Arm.SMALL_BATCH).finalDistance()
            / traces.walk(Arm.LARGE_BATCH).finalDistance());
  }
}
