package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;

/** S1: Multiple cycles of a cyclical learning rate are redundant. */
final class TrapezoidKeepsGain {
  private TrapezoidKeepsGain() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "S1",
                Section.SCHEDULES,
                "The trapezoid schedule does as well as a cyclical learning rate, so that further cycles are redundant",
                List.of("6", "27"))
            .statistic(
                "validation accuracy of the trapezoid minus the mean of those of the cyclical and of a constant rate, at the end of equally many updates, each tuned")
            .criterion("difference > 0")
            .because(
                "As well: it keeps more than half of what the cyclical rate gains over a constant one, the usual margin of a non-inferiority trial where nobody states one (three arms: Pigeot et al. 2003). Where schedules change nothing, the claim holds for at most every second seed, so no verdict comes from a cell that cannot tell schedules apart.")
            .laterWork(
                "Haegele et al. 2024 (2405.18392): constant LR + cooldown scales like cosine: supports the shape."),
        Set.of(Arm.LONG_CONSTANT, Arm.LONG_CYCLICAL, Arm.LONG_TRAPEZOID),
        TrapezoidKeepsGain::observe);
  }

  private static Observation observe(SeedTraces traces) {
    double constant = traces.walk(Arm.LONG_CONSTANT).lastEpoch().valAccuracy();
    double cyclical = traces.walk(Arm.LONG_CYCLICAL).lastEpoch().valAccuracy();
    double trapezoid = traces.walk(Arm.LONG_TRAPEZOID).lastEpoch().valAccuracy();
    // Each minus the constant one first: equal accuracies then give exactly 0.
    double difference = (trapezoid - constant) - (cyclical - constant) / 2;
    return new Observation(
        difference,
        difference > 0,
        String.format(
            Locale.ROOT,
            "trapezoid minus cyclical %+.3f, cyclical minus constant %+.3f",
            trapezoid - cyclical,
            cyclical - constant));
  }
}
