package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Window;

/** R1: Batch size controls the noise of the direction. */
final class BatchLowersCosine {
  private BatchLowersCosine() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "R1",
                Section.ROLES,
                "A larger batch at the same learning rate makes the gradient cosine more negative",
                List.of("4", "22-24"))
            .statistic(
                "mean cosine of the smallest batch minus that of the largest, over the window")
            .criterion(
                "the mean cosine falls strictly from the smallest over the reference to the largest batch")
            .because("The claim is an order.")
            .laterWork(""),
        Set.of(Arm.SMALL_BATCH, Arm.SGD, Arm.LARGE_BATCH),
        BatchLowersCosine::observe);
  }

  private static Observation observe(SeedTraces traces) {
    Window valley = traces.cell().valley();
    double small = Mean.of(traces.walk(Arm.SMALL_BATCH).cosines(valley));
    double middle = Mean.of(traces.walk(Arm.SGD).cosines(valley));
    double large = Mean.of(traces.walk(Arm.LARGE_BATCH).cosines(valley));
    return Observation.of(small - large, small > middle && middle > large);
  }
}
