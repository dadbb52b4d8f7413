package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;
import org.sgdwalk.trace.CrossSectionRow;

/** R5: SGD oscillates lower as training goes on. */
final class HeightFalls {
  private static final int FALLING = 5;
  private static final int PAIRS = 6;
  private static final double MIN_PAIRS = (double) FALLING / PAIRS;

  private HeightFalls() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "R5",
                    Section.SCHEDULES,
                    "The mean height falls over epochs",
                    List.of("table 2"))
                .statistic(
                    "fraction of the pairs of judged epochs in which the later has the smaller mean height")
                .criterion("fraction >= " + FALLING + "/" + PAIRS)
                .because(
                    "Table 2 falls in all six pairs of four epochs; one inversion is allowed for the noise of a mean over few updates.")
                .found(
                    "Table 2, mean heights in epochs 1, 10, 25 and 100: .0625, .0199, .0104, .0025 for VGG-11 at LR 0.1 and .0380, .0131, .0094, .0017 for ResNet-56 at LR 0.3; all four rows of the table fall throughout.")
                .laterWork(""),
            MIN_PAIRS,
            Set.of(Arm.LONG),
            HeightFalls::observe)
        .where(Requirements.UNFITTED)
        .where(Requirements.IN_VALLEYS)
        .shownBy(View.ofEpochs(Shown.of(Quantity.MEAN_HEIGHT, Arm.LONG)));
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
        fraction,
        fraction >= MIN_PAIRS,
        "mean heights: "
            + Arrays.stream(heights)
                .mapToObj(height -> String.format(Locale.ROOT, "%.4f", height))
                .collect(Collectors.joining(", ")));
  }
}
