package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;

/** R2: Small batches explore farther. */
final class BatchShortensWalk {
  private BatchShortensWalk() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "R2",
                Section.ROLES,
                "A larger batch at the same learning rate ends nearer to initialisation",
                List.of("4", "22-24"))
            .statistic(
                "distance of the smallest batch divided by that of the largest, after the last update")
            .criterion(
                "the distance falls strictly from the smallest over the reference to the largest batch")
            .because("The claim is an order.")
            .laterWork(""),
        Set.of(Arm.SMALL_BATCH, Arm.SGD, Arm.LARGE_BATCH),
        BatchShortensWalk::observe);
  }

  private static Observation observe(SeedTraces traces) {
    double small = traces.walk(Arm.SMALL_BATCH).finalDistance();
    double middle = traces.walk(Arm.SGD).finalDistance();
    double large = traces.walk(Arm.LARGE_BATCH).finalDistance();
    return Observation.of(small / large, small > middle && middle > large);
  }
}
