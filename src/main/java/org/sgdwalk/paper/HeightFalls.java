package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.trace.CrossSectionRow;

/** R5: SGD oscillates lower as training goes on. */
final class HeightFalls {
  private static final double MIN_PAIRS = 5.0 / 6;

  private HeightFalls() {}

  static Claim claim() {
    return new Claim(
        new ClaimCard(
            "R5",
            "The mean height falls over epochs",
            "5 Learning rate schedule",
            List.of("table 2"),
            "fraction of the pairs of judged epochs in which the later has the smaller mean height",
            "fraction >= 5/6",
            "Table 2 falls in all six pairs of four epochs; one inversion is allowed for the noise of a mean over few updates.",
            ""),
        Set.of(Arm.LONG),
        HeightFalls::observe);
  }

  private static Observation observe(SeedTraces traces) {
    double[] heights =
        traces.cell().epochs().stream()
            .mapToDouble(epoch -> traces.walk(Arm.LONG).mean(epoch, CrossSectionRow::height))
            .toArray();
    int pairs = 0;
    int falling = 0;
    for (int early = 0; early < heights.length; early++) {
      for (int late = early + 1; late < heights.length; late++) {
        pairs++;
        falling += heights[late] < heights[early] ? 1 : 0;
      }
    }
    double fraction = (double) falling / pairs;
    return new Observation(
        fraction, fraction >= MIN_PAIRS, "mean heights: " + Arrays.toString(heights));
  }
}
