package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/** T9: What SGD crosses late is no obstacle. */
final class LateBarriersAreLow {
  private static final double FAR_SMALLER = 0.1;

  private static final Quantity LARGEST =
      Quantity.ofEpochs(
          "largest barrier / loss there", Quantity.Axis.FROM_ZERO, LateBarriersAreLow::largest);

  private LateBarriersAreLow() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "T9",
                    Section.TRAJECTORY,
                    "The barriers that SGD crosses late are far smaller than the loss there",
                    List.of("8"))
                .statistic(
                    "largest height, in the last judged epoch, of a barrier higher than the numerical floor, divided by the training loss at the larger end point of that update")
                .criterion("ratio <= " + FAR_SMALLER)
                .because(
                    "Ours: far smaller is an order of magnitude. The paper says substantially smaller and gives no number. A seed that crosses no barrier late, as T8 expects, says nothing of their height.")
                .found(
                    "Figure 8 (VGG-11): most epochs cross no barrier, and those crossed towards the end are substantially lower than the loss there.")
                .laterWork(
                    "Guille-Escuret et al. 2023 (2306.11922): no significant obstacles on the path: supports."),
            FAR_SMALLER,
            Set.of(Arm.LONG),
            LateBarriersAreLow::observe)
        .shownBy(
            View.ofEpochs(
                Shown.of(LARGEST, Arm.LONG).at(FAR_SMALLER),
                Shown.of(Quantity.BARRIERS, Arm.LONG)));
  }

  private static Observation observe(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG);
    List<Integer> epochs = traces.cell().epochs();
    int late = epochs.get(epochs.size() - 1);
    double crossed = walk.barriers(late);
    String note =
        String.format(
            Locale.ROOT,
            "%.0f of the %.0f updates of epoch %d cross a barrier",
            crossed,
            walk.count(late, section -> true),
            late);
    if (!(crossed > 0)) {
      return Observation.noEvent(note);
    }
    double largest = largest(walk, late);
    return new Observation(largest, largest <= FAR_SMALLER, note);
  }

  private static double largest(Walk walk, int epoch) {
    double floor = walk.numericalFloor();
    return walk.max(epoch, section -> section.barrierHeight() > floor ? relative(section) : 0);
  }

  private static double relative(CrossSectionRow section) {
    List<Double> losses = section.losses();
    return section.barrierHeight() / Math.max(losses.get(0), losses.get(losses.size() - 1));
  }
}
