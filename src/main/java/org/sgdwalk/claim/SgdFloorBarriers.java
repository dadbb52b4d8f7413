package org.sgdwalk.claim;

import java.util.List;
import java.util.Set;
import org.sgdwalk.stats.FloorPath;

/** T7: SGD's valley floor is rough. */
final class SgdFloorBarriers implements Claim {
  private static final double MIN_DIFFERENCE = 0.1;
  private static final int MIN_MORE_BARRIERS = 2;
  private static final ClaimCard CARD =
      new ClaimCard(
          "T7",
          "SGD: the valley floor goes up and down (floor barriers), GD's does not",
          "3.1 Optimization trajectory",
          List.of("2"),
          "fraction of rising valley floors of SGD minus that of GD over the window",
          "difference >= 0.1, and SGD has at least two floor barriers more than GD, each above the numerical floor",
          "GD's floor may rise once in ten (T3); SGD's must rise clearly more often, by as much again, and come down again at least twice more.",
          "");

  @Override
  public ClaimCard card() {
    return CARD;
  }

  @Override
  public Set<Arm> arms() {
    return Set.of(Arm.GD, Arm.SGD);
  }

  @Override
  public Observation observe(SeedTraces traces) {
    FloorPath gd = path(traces, Arm.GD);
    FloorPath sgd = path(traces, Arm.SGD);
    double difference = sgd.rising() - gd.rising();
    return new Observation(
        difference,
        difference >= MIN_DIFFERENCE && sgd.barriers() >= gd.barriers() + MIN_MORE_BARRIERS,
        "floor barriers: SGD %d, GD %d".formatted(sgd.barriers(), gd.barriers()));
  }

  private static FloorPath path(SeedTraces traces, Arm arm) {
    Walk walk = traces.walk(arm);
    return FloorPath.of(walk.floors(traces.cell().valley()), walk.numericalFloor());
  }
}
