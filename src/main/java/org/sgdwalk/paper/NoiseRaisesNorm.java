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

/** N4: SGD finds solutions of small norm. */
final class NoiseRaisesNorm {
  private NoiseRaisesNorm() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "N4",
                Section.NOISE,
                "Norms of the final parameters: SGD < GD < GD with isotropic noise, and the larger the noise, the larger",
                List.of("text"))
            .statistic("smallest gap between neighbours in the claimed order of norms")
            .criterion("gap > 0")
            .because("The claim is an order of four norms.")
            .laterWork(""),
        Set.of(Arm.GD_EXTENDED, Arm.SGD_EXTENDED, Arm.NOISE_SMALL, Arm.NOISE_LARGE),
        NoiseRaisesNorm::observe);
  }

  private static Observation observe(SeedTraces traces) {
    double[] norms = {
      traces.walk(Arm.SGD_EXTENDED).finalNorm(),
      traces.walk(Arm.GD_EXTENDED).finalNorm(),
      traces.walk(Arm.NOISE_SMALL).finalNorm(),
      traces.walk(Arm.NOISE_LARGE).finalNorm()
    };
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 1; i < norms.length; i++) {
      gap = Math.min(gap, norms[i] - norms[i - 1]);
    }
    return new Observation(
        gap,
        gap > 0,
        String.format(
            Locale.ROOT,
            "norms: SGD %.3f, GD %.3f, noise %.3f and %.3f",
            norms[0],
            norms[1],
            norms[2],
            norms[3]));
  }
}
