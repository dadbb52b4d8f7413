package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.List;
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
import org.sgdwalk.claim.Window;
import org.sgdwalk.trace.CrossSectionRow;

/** Q1b: A valley with two eigenvalues. */
final class QuadraticValley {
  private static final Quantity FLOOR =
      Quantity.ofSections("valley floor (log)", Quantity.Axis.LOGARITHMIC, CrossSectionRow::floor);

  private QuadraticValley() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "Q1b",
                    Section.DISCUSSION,
                    "On a quadratic with an under-damped and an over-damped eigenvalue GD bounces between walls while the floor falls smoothly",
                    List.of("28"))
                .statistic("fraction of updates that go as claimed")
                .criterion(
                    "all: the gradient turns back, its cosine is below 0; and the minimum between the iterates is interior and below the one before")
                .because(
                    "Exact: eta lambda is 1.85 to 1.95 along the sharp direction and 0.05 to 0.25 along the flat one, and theta starts equally far along both. So the sharp part of the gradient, which turns round at each update, stays the larger one for as many updates as are judged, and both parts of theta shrink at each.")
                .found(
                    "Section 6 likens GD's walk, which bounces between walls while its floor falls smoothly, to an under-damped eigenvalue beside an over-damped one.")
                .laterWork(""),
            1,
            Set.of(Arm.TWO_EIGENVALUES),
            QuadraticValley::observe)
        .shownBy(
            View.ofRun(
                Shown.of(Quantity.COSINE, Arm.TWO_EIGENVALUES).at(0),
                Shown.of(FLOOR, Arm.TWO_EIGENVALUES)));
  }

  private static Observation observe(SeedTraces traces) {
    Window all = traces.cell().valley();
    Walk walk = traces.walk(Arm.TWO_EIGENVALUES);
    double[] cosines = walk.cosines(all);
    double[] floors = walk.floors(all);
    long turns = Arrays.stream(cosines).filter(cosine -> cosine < 0).count();
    long falls = Double.isNaN(floors[0]) ? 0 : 1;
    for (int i = 1; i < floors.length; i++) {
      falls += floors[i] < floors[i - 1] ? 1 : 0;
    }
    double share = (double) (turns + falls) / (cosines.length + floors.length);
    return Observation.of(share, share == 1);
  }
}
