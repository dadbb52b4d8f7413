package org.sgdwalk.paper;

import java.util.List;
import java.util.Optional;
import org.sgdwalk.claim.Claim;

/** The claims that the suite can judge, in the order of the paper. */
public final class Claims {
  private static final List<Claim> ALL =
      List.of(
          GdBowls.claim(),
          GdCosine.claim(),
          GdFloorFalls.claim(),
          SgdValleys.claim(),
          SgdCosine.claim(),
          SgdTravelsFarther.claim(),
          SgdFloorBarriers.claim(),
          SgdCrossesNoBarriers.claim(),
          LateBarriersAreLow.claim(),
          SharpnessFallsThenRises.claim(),
          BatchLowersCosine.claim(),
          BatchShortensWalk.claim(),
          RateLeavesCosine.claim(),
          RateRaisesHeight.claim(),
          HeightFalls.claim(),
          ScalingDoesNotReproduce.claim(),
          NoiseRaisesLoss.claim(),
          NoiseLowersAccuracy.claim(),
          NoiseTravelsFarther.claim(),
          NoiseRaisesNorm.claim(),
          NoiseGetsStuck.claim(),
          NoiseAlongSharpDirections.claim(),
          TrapezoidKeepsGain.claim(),
          RisingRatesBeatSteps.claim(),
          QuadraticRegimes.claim());

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
