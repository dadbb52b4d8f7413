package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;

/** S2: Schedules that raise the learning rate during training are slightly better. */
final class RisingRatesBeatSteps {
  private RisingRatesBeatSteps() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "S2",
                Section.SCHEDULES,
                "Schedules that raise the learning rate do slightly better than step-wise annealing",
                List.of("6", "27"))
            .statistic(
                "validation accuracy of the trapezoid or of the cyclical rate, the lower one, minus that of step-wise annealing, at the end of equally many updates, each tuned")
            .criterion("difference > 0")
            .because(
                "The claim is a direction, and the paper says it of both; slightly: no more is asked.")
            .laterWork(
                "Haegele et al. 2024 (2405.18392): constant LR + cooldown scales like cosine: supports the shape."),
        Set.of(Arm.LONG_STEPWISE, Arm.LONG_CYCLICAL, Arm.LONG_TRAPEZOID),
        RisingRatesBeatSteps::observe);
  }

  private static Observation observe(SeedTraces traces) {
    double stepwise = traces.walk(Arm.LONG_STEPWISE).lastEpoch().valAccuracy();
    double cyclical = traces.walk(Arm.LONG_CYCLICAL).lastEpoch().valAccuracy();
    double trapezoid = traces.walk(Arm.LONG_TRAPEZOID).lastEpoch().valAccuracy();
    double difference = Math.min(cyclical, trapezoid) - stepwise;
    return Observation.of(difference, difference > 0);
  }
}
