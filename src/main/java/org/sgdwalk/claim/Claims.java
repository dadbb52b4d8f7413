package org.sgdwalk.claim;

import java.util.List;
import java.util.Optional;

/** The claims that the suite can judge, in the order of the paper. */
public final class Claims {
  private static final List<Claim> ALL =
      List.of(
          new GdBowls(),
          new GdCosine(),
          new GdFloorFalls(),
          new SgdValleys(),
          new SgdCosine(),
          new SgdTravelsFarther(),
          new SgdFloorBarriers(),
          new SgdCrossesNoBarriers(),
          new BatchLowersCosine(),
          new BatchShortensWalk(),
          new RateLeavesCosine(),
          new RateRaisesHeight(),
          new HeightFalls(),
          new ScalingDoesNotReproduce());

  private Claims() {}

  /** All claims. */
  public static List<Claim> all() {
    return ALL;
  }

  /** The claim of an id, for example {@code T1}. */
  public static Optional<Claim> find(String id) {
    return ALL.stream().filter(claim -> claim.id().equals(id)).findFirst();
  }
}
