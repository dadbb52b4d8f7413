package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.CrossSectionRow;

/** R4: Learning rate controls the height above the valley floor. */
final class RateRaisesHeight {
  private static final double ALMOST_EVERY = 0.75;

  private RateRaisesHeight() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "R4",
                    Section.ROLES,
                    "A smaller learning rate at the same batch gives a smaller mean height in almost every epoch",
                    List.of("table 2"))
                .statistic(
                    "fraction of the judged epochs in which the mean height at half the learning rate is the smaller one")
                .criterion("fraction >= " + ALMOST_EVERY)
                .because(
                    "Almost every: at most one exception in the four epochs; table 2 has none.")
                .found(
                    "Table 2, mean heights in epochs 1, 10, 25 and 100: VGG-11 .0625, .0199, .0104, .0025 at LR 0.1 and .0102, .0050, .0035, .0011 at 0.05; ResNet-56 .0380, .0131, .0094, .0017 at LR 0.3 and .0084, .0034, .0020, .0013 at 0.15.")
                .laterWork(""),
            ALMOST_EVERY,
            Set.of(Arm.LONG, Arm.LONG_LOW_RATE),
            RateRaisesHeight::observe)
        .where(Requirements.UNFITTED)
        .where(Requirements.IN_VALLEYS)
        .shownBy(View.ofEpochs(Shown.of(Quantity.MEAN_HEIGHT, Arm.LONG, Arm.LONG_LOW_RATE)));
  }

  private static Observation observe(SeedTraces traces) {
    Walk full = traces.walk(Arm.LONG);
    Walk half = traces.walk(Arm.LONG_LOW_RATE);
    int smaller = 0;
    StringJoiner heights = new StringJoiner("; ", "mean heights: ", "");
    for (int epoch : traces.cell().epochs()) {
      double high = full.mean(epoch, CrossSectionRow::height);
      double low = half.mean(epoch, CrossSectionRow::height);
      smaller += low < high ? 1 : 0;
      heights.add(String.format(Locale.ROOT, "epoch %d: LR %.4f, half LR %.4f", epoch, high, low));
    }
    double fraction = (double) smaller / traces.cell().epochs().size();
    return new Observation(fraction, fraction >= ALMOST_EVERY, heights.toString());
  }
}
