package org.sgdwalk.paper;

import java.util.List;
import java.util.Optional;
import org.sgdwalk.claim.Claim;

/** The claims that the suite can judge, in the order of the paper. */
public final class Claims {
  private static final List<Claim> ALL =
      List.of(
          GdBowls.claim(),
          GdTurnsBack.claim(),
          GdCosineNearMinusOne.claim(),
          GdFloorFalls.claim(),
          SgdValleys.claim(),
          SgdCosine.claim(),
          SgdTravelsFarther.claim(),
          SgdFloorBarriers.claim(),
          SgdCrossesNoBarriers.claim(),
          BarriersComeLate.claim(),
          LateBarriersAreLow.claim(),
          HeightExceedsFloorBarriers.claim(),
          SharpnessFalls.claim(),
          SharpnessRisesLate.claim(),
          SharpnessOpposesAccuracy.claim(),
          EvalModeSharpens.claim(),
          BatchLowersCosine.claim(),
          BatchShortensWalk.claim(),
          RateLengthensWalk.claim(),
          RateLeavesCosine.claim(),
          RateRaisesHeight.claim(),
          HeightFalls.claim(),
          HeightFollowsSharpness.claim(),
          BatchSharpens.claim(),
          RateFlattens.claim(),
          ScalingLosesAccuracy.claim(),
          ScalingTurnsBack.claim(),
          ScalingReproducesAtSmallRates.claim(),
          SgdLowersLoss.claim(),
          SgdRaisesAccuracy.claim(),
          SgdLowersLossOverEpochs.claim(),
          SgdRaisesAccuracyOverEpochs.claim(),
          NoiseRaisesLoss.claim(),
          NoiseLowersAccuracy.claim(),
          NoiseTravelsFarther.claim(),
          NoiseTravelsFartherThanSgd.claim(),
          NoiseRaisesNorm.claim(),
          SgdKeepsNormSmall.claim(),
          MoreNoiseRaisesNorm.claim(),
          NoiseGetsStuck.claim(),
          NoiseAlongSharpDirections.claim(),
          NoiseFollowsCurvature.claim(),
          TrapezoidKeepsGain.claim(),
          CyclesBeatSteps.claim(),
          TrapezoidBeatsSteps.claim(),
          SmallRateCrossesNoBarriers.claim(),
          QuadraticRegimes.claim(),
          QuadraticValley.claim());

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
