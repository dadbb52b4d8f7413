package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;

/** N3: Isotropic noise diffuses. */
final class NoiseTravelsFarther {
  private NoiseTravelsFarther() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "N3",
                Section.NOISE,
                "GD with isotropic noise travels farther from initialisation than GD, and than SGD after the same number of updates",
                List.of("5", "25", "26"))
            .statistic(
                "distance of the noisy run, the shorter one of both factors, divided by the longer one of GD and SGD, after the last update")
            .criterion("ratio > 1")
            .because("The claim is a direction: both factors, and both GD and SGD.")
            .laterWork(""),
        Set.of(Arm.GD_EXTENDED, Arm.SGD_EXTENDED, Arm.NOISE_SMALL, Arm.NOISE_LARGE),
        NoiseTravelsFarther::observe);
  }

  private static Observation observe(SeedTraces traces) {
    double gd = traces.walk(Arm.GD_EXTENDED).finalDistance();
    double sgd = traces.walk(Arm.SGD_EXTENDED).finalDistance();
    double small = traces.walk(Arm.NOISE_SMALL).finalDistance();
    double large = traces.walk(Arm.NOISE_LARGE).finalDistance();
    double ratio = Math.min(small, large) / Math.max(gd, sgd);
    return Observation.of(ratio, ratio > 1);
  }
}
