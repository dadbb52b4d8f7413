package org.sgdwalk.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.claim.Effect;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;

@DisplayName("The path of a test")
class TestPathTest {
  private static final Stopping STOPPING = Stopping.of(28);
  private static final ClaimCard CARD =
      ClaimCard.of("T1", Section.TRAJECTORY, "It falls", List.of("1"))
          .statistic("a mean")
          .criterion("mean > 0")
          .because("why")
          .found("it fell")
          .laterWork("");
  private static final Claim LAW =
      Claim.law(CARD, 0, Set.of(Arm.GD), traces -> Observation.of(0, true));
  private static final Claim AVERAGE =
      Claim.average(
          CARD, Kind.Average.difference(0.5).above(1), Set.of(Arm.GD), traces -> Effect.of(0));
  private static final Claim ALIKE =
      Claim.alike(
          CARD, new Kind.Alike(Comparison.DIFFERENCE, 1), Set.of(Arm.GD), traces -> Effect.of(0));

  private static Verdict verdict(Claim claim, double... effects) {
    List<SeedOutcome> seeds = new ArrayList<>();
    for (double effect : effects) {
      seeds.add(new SeedOutcome(seeds.size() + 1, effect, effect > 0, true, ""));
    }
    return new Verdict(claim, "cell", Outcome.INCONCLUSIVE, "why", List.of(), seeds, 0);
  }

  private static double[] repeat(double value, int times) {
    double[] all = new double[times];
    Arrays.fill(all, value);
    return all;
  }

  @Test
  void of_a_law_passes_a_bound_with_the_seed_that_decides() {
    int least = STOPPING.leastSeeds();
    TestPath.OfLaw path =
        (TestPath.OfLaw) TestPath.of(verdict(LAW, repeat(1, least)), STOPPING).orElseThrow();

    assertThat(path.points()).hasSize(least);
    assertThat(path.points().get(least - 1).ratio()).isGreaterThanOrEqualTo(path.upper());
    assertThat(path.points().get(least - 2).ratio()).isLessThan(path.upper());
  }

  @Test
  void of_a_law_that_fails_goes_down() {
    TestPath.OfLaw path =
        (TestPath.OfLaw) TestPath.of(verdict(LAW, -1, 1, -1), STOPPING).orElseThrow();

    assertThat(path.points()).extracting(TestPath.Point::holds).containsExactly(false, true, false);
    assertThat(path.points()).extracting(TestPath.Point::seed).containsExactly(1L, 2L, 3L);
    assertThat(path.points().get(2).ratio())
        .isLessThan(path.points().get(1).ratio())
        .isGreaterThan(path.lower());
  }

  @Test
  void has_no_point_without_a_seed_that_counts() {
    assertThat(TestPath.of(verdict(LAW), STOPPING)).isEmpty();
  }

  /** The word is that of the first look that brings any place to what it allows. */
  @ParameterizedTest
  @ValueSource(doubles = {-3, -1, 0, 0.5, 1, 1.5, 2.5})
  void of_an_average_shows_the_word(double centre) {
    Well19937c random = new Well19937c(7);
    for (Claim claim : List.of(AVERAGE, ALIKE)) {
      for (double deviation : new double[] {0.05, 0.5, 1}) {
        double[] effects = new double[28];
        for (int i = 0; i < effects.length; i++) {
          effects[i] = centre + deviation * random.nextGaussian();
        }
        TestPath.OfAverage path =
            (TestPath.OfAverage) TestPath.of(verdict(claim, effects), STOPPING).orElseThrow();

        assertThat(path.reached()).isEqualTo(path.looks().size());
        assertThat(shown(path)).isEqualTo(AverageRule.of(claim.kind(), STOPPING).word(effects));
      }
    }
  }

  private static Outcome shown(TestPath.OfAverage path) {
    return path.places().stream()
        .filter(place -> look(place) < path.reached())
        .min(Comparator.comparingInt(TestPathTest::look))
        .map(TestPath.Place::outcome)
        .orElse(Outcome.INCONCLUSIVE);
  }

  private static int look(TestPath.Place place) {
    int look = 0;
    while (look < place.excess().size() && place.excess().get(look) > 1) {
      look++;
    }
    return look;
  }
}
