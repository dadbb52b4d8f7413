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

/** R3: Learning rate and batch size play different roles. */
final class RateLeavesCosine {
  private static final double SMALL = 0.5;

  private RateLeavesCosine() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "R3",
                Section.ROLES,
                "Another learning rate at the same batch does not change the gradient cosine: its effect is small against the batch's",
                List.of("4", "22-24"))
            .statistic(
                "change of the mean cosine from half to twice the learning rate, divided by its change from the reference to four times the batch; both absolute, over the window")
            .criterion("ratio <= " + SMALL)
            .because(
                "Both treatments change by a factor of four; an effect less than half of the other is small against it.")
            .laterWork(
                "Jastrzebski et al. 2017 (1711.04623): the ratio LR/batch is what counts: limits."),
        Set.of(Arm.SGD, Arm.LARGE_BATCH, Arm.LOW_RATE, Arm.HIGH_RATE),
        RateLeavesCosine::observe);
  }

  private static Observation observe(SeedTraces traces) {
    Window valley = traces.cell().valley();
    double byRate =
        Mean.of(traces.walk(Arm.HIGH_RATE).cosines(valley))
            - Mean.of(traces.walk(Arm.LOW_RATE).cosines(valley));
    double byBatch =
        Mean.of(traces.walk(Arm.LARGE_BATCH).cosines(valley))
            - Mean.of(traces.walk(Arm.SGD).cosines(valley));
    double ratio = Math.abs(byRate) / Math.abs(byBatch);
    return Observation.of(ratio, ratio <= SMALL);
  }
}
