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
import org.sgdwalk.claim.Window;

/** R1: Batch size controls the noise of the direction. */
final class BatchLowersCosine {
  private BatchLowersCosine() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "R1",
                    Section.ROLES,
                    "A larger batch at the same learning rate makes the gradient cosine more negative",
                    List.of("4", "22-24"))
                .statistic(
                    "mean cosine of the smallest batch minus that of the largest, over the window")
                .criterion("difference above 0")
                .because("The claim is a direction, over the range of batches.")
                .found(
                    "The cosine is significantly more negative for larger batches, for all architectures; curves without numbers.")
                .laterWork(""),
            Kind.Average.difference(0.05),
            Set.of(Arm.SMALL_BATCH, Arm.LARGE_BATCH),
            BatchLowersCosine::effect)
        .shownBy(View.ofWindow(Shown.of(Quantity.COSINE, Arm.SMALL_BATCH, Arm.LARGE_BATCH)));
  }

  private static Effect effect(SeedTraces traces) {
    Window valley = traces.cell().valley();
    return Effect.of(
        Mean.of(traces.walk(Arm.SMALL_BATCH).cosines(valley))
            - Mean.of(traces.walk(Arm.LARGE_BATCH).cosines(valley)));
  }
}
