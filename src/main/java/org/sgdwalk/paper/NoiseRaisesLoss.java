package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;

/** N1: Isotropic noise is bad for optimization. */
final class NoiseRaisesLoss {
  private NoiseRaisesLoss() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "N1",
                Section.NOISE,
                "GD with isotropic noise reaches a higher training loss than GD",
                List.of("5", "25", "26"))
            .statistic(
                "training loss of the noisy run, the lower one of both factors, minus that of GD, after the last update")
            .criterion("difference > 0")
            .because(
                "The claim is a direction, and the paper says it of both its factors, even the small one.")
            .laterWork(
                "Smith et al. 2020 (2006.15081): small batches generalise better at equal updates: supports. Geiping et al. 2021 (2109.14119): full batch with explicit regularisation matches SGD: contradicts necessity."),
        Set.of(Arm.GD_EXTENDED, Arm.NOISE_SMALL, Arm.NOISE_LARGE),
        NoiseRaisesLoss::observe);
  }

  private static Observation observe(SeedTraces traces) {
    double gd = traces.walk(Arm.GD_EXTENDED).lastEpoch().trainLoss();
    double small = traces.walk(Arm.NOISE_SMALL).lastEpoch().trainLoss();
    double large = traces.walk(Arm.NOISE_LARGE).lastEpoch().trainLoss();
    double difference = Math.min(small, large) - gd;
    return Observation.of(difference, difference > 0);
  }
}
