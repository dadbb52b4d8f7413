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

/** R6: Batch size and learning rate are not interchangeable. */
final class ScalingDoesNotReproduce {
  private ScalingDoesNotReproduce() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "R6",
                Section.INTRODUCTION,
                "A large batch with a proportionally larger learning rate does not reproduce a small batch",
                List.of("footnote 2"))
            .statistic(
                "validation accuracy of the scaled run minus that of the small batch, at the end of the same number of epochs")
            .criterion(
                "its size exceeds that of a replicate: the small batch over other batches from the same initialisation")
            .because(
                "Were the runs alike, the scaled one would differ more than the replicate for every second seed: the null hypothesis of the test, exactly.")
            .laterWork(
                "Jastrzebski et al. 2017 (1711.04623): the ratio LR/batch is what counts: limits."),
        Set.of(Arm.LONG, Arm.LONG_REPLICATE, Arm.LONG_SCALED),
        ScalingDoesNotReproduce::observe);
  }

  private static Observation observe(SeedTraces traces) {
    double small = traces.walk(Arm.LONG).lastEpoch().valAccuracy();
    double scaled = traces.walk(Arm.LONG_SCALED).lastEpoch().valAccuracy() - small;
    double chance = traces.walk(Arm.LONG_REPLICATE).lastEpoch().valAccuracy() - small;
    return new Observation(
        scaled,
        Math.abs(scaled) > Math.abs(chance),
        String.format(Locale.ROOT, "the replicate differs by %+.3f", chance));
  }
}
