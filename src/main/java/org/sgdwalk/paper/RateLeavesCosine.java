package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Assay;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.claim.Effect;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;
import org.sgdwalk.claim.Window;

/** R3: The rate does not control the direction's noise. */
final class RateLeavesCosine {
  private static final double SMALL = 0.5;

  private RateLeavesCosine() {}

  static Claim claim() {
    return Claim.alike(
            ClaimCard.of(
                    "R3",
                    Section.ROLES,
                    "Another learning rate at the same batch does not change the gradient cosine: its effect is small against the batch's",
                    List.of("4", "22-24"))
                .statistic(
                    "change of the mean cosine from the reference to twice the learning rate, divided by its change from the smallest to the largest batch, over the window")
                .criterion("ratio within " + SMALL + " of 0")
                .because(
                    "Ours; the paper gives no number. Small: less than half of what the batch does; the rate changes by the paper's factor of two, the batch over its range. First the batch must be shown to change the cosine at all.")
                .found(
                    "Changing the learning rate at the same batch does not change the cosine, for all architectures; curves without numbers.")
                .laterWork(
                    "Jastrzebski et al. 2017 (1711.04623): the ratio LR/batch is what counts: limits."),
            new Kind.Alike(Comparison.DIFFERENCE, SMALL),
            Set.of(Arm.SGD, Arm.SMALL_BATCH, Arm.LARGE_BATCH, Arm.HIGH_RATE),
            RateLeavesCosine::effect)
        .assayedBy(
            new Assay(
                "a larger batch makes the cosine more negative",
                Set.of(Arm.SMALL_BATCH, Arm.LARGE_BATCH),
                traces -> -byBatch(traces)))
        .shownBy(
            View.ofWindow(
                Shown.of(Quantity.COSINE, Arm.SGD, Arm.HIGH_RATE),
                Shown.of(Quantity.COSINE, Arm.SMALL_BATCH, Arm.LARGE_BATCH)));
  }

  private static Effect effect(SeedTraces traces) {
    double byBatch = byBatch(traces);
    double byRate = change(traces, Arm.SGD, Arm.HIGH_RATE);
    return new Effect(
        byRate / byBatch,
        String.format(Locale.ROOT, "by the batch %+.3f, by the rate %+.3f", byBatch, byRate));
  }

  private static double byBatch(SeedTraces traces) {
    return change(traces, Arm.SMALL_BATCH, Arm.LARGE_BATCH);
  }

  private static double change(SeedTraces traces, Arm from, Arm to) {
    Window valley = traces.cell().valley();
    return Mean.of(traces.walk(to).cosines(valley)) - Mean.of(traces.walk(from).cosines(valley));
  }
}
