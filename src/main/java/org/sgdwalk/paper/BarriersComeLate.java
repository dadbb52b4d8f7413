package org.sgdwalk.paper;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Effect;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;
import org.sgdwalk.claim.Walk;

/** T8b: Barriers become more frequent towards the end. */
final class BarriersComeLate {
  private BarriersComeLate() {}

  static Claim claim() {
    return Claim.average(
            ClaimCard.of(
                    "T8b",
                    Section.TRAJECTORY,
                    "SGD crosses more barriers late than early",
                    List.of("table 1"))
                .statistic(
                    "fraction of the updates of the last judged epoch that cross a barrier higher than the numerical floor, minus that of the first")
                .criterion("difference above 0")
                .because(
                    "The claim is a direction: table 1 has 0, 0, 5, 13 for VGG-11. A seed without any barrier says nothing of it.")
                .found(
                    "Section 3.1, table 1: barriers crossed in the 450 updates of epochs 1, 10, 25 and 100 are 0, 0, 5, 13 (VGG-11), 0, 0, 2, 23 (ResNet-56), and 0, 3, 5 in the first three (MLP, which has 40 epochs).")
                .laterWork(""),
            Kind.Average.difference(0.01),
            Set.of(Arm.LONG),
            BarriersComeLate::effect)
        .shownBy(View.ofEpochs(Shown.of(Quantity.BARRIERS, Arm.LONG)));
  }

  private static Effect effect(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG);
    List<Integer> epochs = traces.cell().epochs();
    double floor = walk.numericalFloor();
    double any = walk.fraction(epochs, s -> s.barrierHeight() > floor);
    double first = walk.fraction(epochs.subList(0, 1), s -> s.barrierHeight() > floor);
    double last =
        walk.fraction(
            epochs.subList(epochs.size() - 1, epochs.size()), s -> s.barrierHeight() > floor);
    return any > 0
        ? Effect.of(last - first)
        : new Effect(Double.NaN, "no barrier in any judged epoch");
  }
}
