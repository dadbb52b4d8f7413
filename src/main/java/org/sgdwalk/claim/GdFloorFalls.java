package org.sgdwalk.claim;

import java.util.List;
import java.util.Set;
import org.sgdwalk.stats.FloorPath;

/** T3: GD's valley floor goes down. */
final class GdFloorFalls implements Claim {
  private static final double MIN_FALLING = 0.9;
  private static final ClaimCard CARD =
      new ClaimCard(
          "T3",
          "GD: the valley floor falls almost monotonically",
          "3.1 Optimization trajectory",
          List.of("1"),
          "fraction of the window's consecutive valley floors that fall",
          "fraction >= 0.9",
          "Almost: at most one rise in ten.",
          "");

  @Override
  public ClaimCard card() {
    return CARD;
  }

  @Override
  public Set<Arm> arms() {
    return Set.of(Arm.GD);
  }

  @Override
  public Observation observe(SeedTraces traces) {
    double falling = FloorPath.of(traces.walk(Arm.GD).floors(traces.cell().valley()), 0).falling();
    return Observation.of(falling, falling >= MIN_FALLING);
  }
}
