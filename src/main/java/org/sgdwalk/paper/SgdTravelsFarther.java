package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.SeedTraces;

/** T6: SGD travels farther than GD. */
final class SgdTravelsFarther {
  private SgdTravelsFarther() {}

  static Claim claim() {
    return new Claim(
        new ClaimCard(
            "T6",
            "SGD ends farther from initialisation than GD after the same number of updates",
            "3.1 Optimization trajectory",
            List.of("1", "2"),
            "distance of SGD divided by distance of GD after the last update",
            "ratio > 1",
            "The claim is a direction.",
            ""),
        Set.of(Arm.GD, Arm.SGD),
        SgdTravelsFarther::observe);
  }

  private static Observation observe(SeedTraces traces) {
    double ratio = traces.walk(Arm.SGD).finalDistance() / traces.walk(Arm.GD).finalDistance();
    return Observation.of(ratio, ratio > 1);
  }
}
