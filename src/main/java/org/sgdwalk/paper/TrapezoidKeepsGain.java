package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Assay;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Effect;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;

/** S1: Multiple cycles of a cyclical learning rate are redundant. */
final class TrapezoidKeepsGain {
  private TrapezoidKeepsGain() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "S1",
                    Section.SCHEDULES,
                    "The trapezoid schedule does as well as a cyclical learning rate, so that further cycles are redundant",
                    List.of("6", "27"))
                .statistic(
                    "validation accuracy of the trapezoid minus the mean of those of the cyclical and of a constant rate, at the end of equally many updates, each tuned")
                .criterion("difference above 0")
                .because(
                    "As well: it keeps more than half of what the cyclical rate gains over a constant one, the usual margin of a non-inferiority trial where nobody states one (three arms: Pigeot et al. 2003). First the cyclical rate must be shown to gain anything.")
                .found(
                    "Raising the rate once and then annealing it leads to similar or better accuracy than several cycles (VGG-11 and ResNet-56; curves without numbers).")
                .laterWork(
                    "Haegele et al. 2024 (2405.18392): constant LR + cooldown scales like cosine: supports the shape."),
            Kind.Average.difference(0.02),
            Set.of(Arm.LONG_CONSTANT, Arm.LONG_CYCLICAL, Arm.LONG_TRAPEZOID),
            TrapezoidKeepsGain::effect)
        .assayedBy(
            new Assay(
                "the cyclical rate does better than a constant one",
                Set.of(Arm.LONG_CONSTANT, Arm.LONG_CYCLICAL),
                traces ->
                    traces.walk(Arm.LONG_CYCLICAL).finalAccuracy()
                        - traces.walk(Arm.LONG_CONSTANT).finalAccuracy()))
        .shownBy(
            View.ofLastEpoch(
                Shown.of(
                    Quantity.ACCURACY, Arm.LONG_CONSTANT, Arm.LONG_CYCLICAL, Arm.LONG_TRAPEZOID)));
  }

  private static Effect effect(SeedTraces traces) {
    double constant = traces.walk(Arm.LONG_CONSTANT).finalAccuracy();
    double cyclical = traces.walk(Arm.LONG_CYCLICAL).finalAccuracy();
    double trapezoid = traces.walk(Arm.LONG_TRAPEZOID).finalAccuracy();
    // Each minus the constant one first: equal accuracies then give exactly 0.
    return new Effect(
        (trapezoid - constant) - (cyclical - constant) / 2,
        String.format(
            Locale.ROOT,
            "trapezoid minus cyclical %+.3f, cyclical minus constant %+.3f",
            trapezoid - cyclical,
            cyclical - constant));
  }
}
