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

/** T5: SGD moves on where GD oscillates. */
final class SgdCosine {
  private static final double CLEARLY = 0.2;

  private SgdCosine() {}

  static Claim claim() {
    return new Claim(
        ClaimCard.of(
                "T5",
                Section.TRAJECTORY,
                "SGD: the gradient cosine is clearly less negative than GD's",
                List.of("2"))
            .statistic("mean cosine of SGD minus mean cosine of GD over the window")
            .criterion("difference >= " + CLEARLY)
            .because("Clearly: a tenth of the range of a cosine. The paper gives no number.")
            .laterWork(""),
        Set.of(Arm.GD, Arm.SGD),
        SgdCosine::observe);
  }

  private static Observation observe(SeedTraces traces) {
    Window valley = traces.cell().valley();
    double difference =
        Mean.of(traces.walk(Arm.SGD).cosines(valley))
            - Mean.of(traces.walk(Arm.GD).cosines(valley));
    return Observation.of(difference, difference >= CLEARLY);
  }
}
