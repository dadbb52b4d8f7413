package org.sgdwalk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.Scenario;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.stats.SequentialTest;

/**
 * A/A: all arms of a claim are the same treatment. Then it must be in H0, P(holds) at most 1/2, and
 * what is judged at the edge of H0 must be SUPPORTED in no more than alpha of all cases.
 */
@DisplayName("Identical treatments")
class IdenticalTreatmentsTest {
  private static final int DRAWS = 1_000;
  private static final int SIMULATIONS = 10_000;

  /** Beyond the epochs, and the updates, of any arm. */
  private static final int MOST_UPDATES = 1_000;

  /** Standard errors that chance stays within but for once in 700. */
  private static final double ERRORS = 3;

  /**
   * Those that compare arms; R5 and T10 compare epochs. T1-T4, T8, T9 and N7 compare with a fixed
   * standard, Q1 with closed forms.
   */
  static Stream<Claim> comparisons() {
    return Claims.all().stream()
        .filter(claim -> claim.arms().size() > 1 || Set.of("R5", "T10").contains(claim.id()))
        .filter(claim -> !claim.id().equals("Q1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("comparisons")
  void meet_no_criterion_more_often_than_a_coin(Claim claim) {
    RandomGenerator random = new Well19937c(claim.id().hashCode());
    int holds = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      holds += exchangeable(random).observe(claim).holds() ? 1 : 0;
    }

    assertThat((double) holds / DRAWS).isBetween(0.01, 0.5 + ERRORS * 0.5 / Math.sqrt(DRAWS));
  }

  /**
   * Identical treatments are one point of S1's H0. Its edge is wherever the trapezoid keeps exactly
   * half of the gain, however large that is.
   */
  @ParameterizedTest(name = "the cyclical rate gains {0}")
  @ValueSource(doubles = {-0.2, 0, 0.01, 0.2})
  void meet_s1_as_often_as_a_coin_where_half_of_the_gain_is_kept(double gain) {
    RandomGenerator random = new Well19937c(5);
    Claim s1 = Claims.find("S1").orElseThrow();
    int holds = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      holds += schedules(random, 0, 0, gain, gain / 2).observe(s1).holds() ? 1 : 0;
    }

    assertThat((double) holds / DRAWS).isCloseTo(0.5, within(ERRORS * 0.5 / Math.sqrt(DRAWS)));
  }

  /** S2's edge: one of the two is far better, the other exactly as good as steps. */
  @ParameterizedTest(name = "cyclical {0}, trapezoid {1}")
  @CsvSource({"0, 2", "2, 0"})
  void meet_s2_as_often_as_a_coin_where_one_is_as_good_as_steps(double cyclical, double trapezoid) {
    RandomGenerator random = new Well19937c(6);
    Claim s2 = Claims.find("S2").orElseThrow();
    int holds = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      holds += schedules(random, 0, 0, cyclical, trapezoid).observe(s2).holds() ? 1 : 0;
    }

    assertThat((double) holds / DRAWS).isCloseTo(0.5, within(ERRORS * 0.5 / Math.sqrt(DRAWS)));
  }

  /** Each arm's accuracy: its mean and a draw of its own. */
  private static Scenario schedules(
      RandomGenerator random, double constant, double stepwise, double cyclical, double trapezoid) {
    return Plants.schedules(
        constant + random.nextDouble(),
        stepwise + random.nextDouble(),
        cyclical + random.nextDouble(),
        trapezoid + random.nextDouble());
  }

  @ParameterizedTest
  @EnumSource
  void are_supported_in_no_more_than_alpha_of_cases(Scale scale) {
    SequentialTest test = Catalog.test(scale);
    RandomGenerator random = new Well19937c(2);
    double expected = SIMULATIONS * test.alpha() / (1 - test.beta());

    int supported = supported(test, Catalog.seedCap(scale), SIMULATIONS, random);

    assertThat(supported).isLessThanOrEqualTo((int) (expected + ERRORS * Math.sqrt(expected)));
  }

  @ParameterizedTest
  @EnumSource
  void spoil_no_more_than_five_percent_of_whole_matrices(Scale scale) {
    SequentialTest test = Catalog.test(scale);
    RandomGenerator random = new Well19937c(3);
    int judged = (int) Math.round(SequentialTest.FAMILY_WISE_ERROR / test.alpha());
    int seeds = Catalog.seedCap(scale);
    int spoiled = 0;
    for (int matrix = 0; matrix < SIMULATIONS; matrix++) {
      spoiled += supported(test, seeds, judged, random) > 0 ? 1 : 0;
    }

    double least = SequentialTest.FAMILY_WISE_ERROR * SIMULATIONS;
    assertThat((double) spoiled).isLessThanOrEqualTo(least + ERRORS * Math.sqrt(least));
  }

  /** How many of so many claims that hold for every second seed come out as SUPPORTED. */
  private static int supported(SequentialTest test, int seeds, int claims, RandomGenerator random) {
    int supported = 0;
    for (int claim = 0; claim < claims; claim++) {
      List<Boolean> bits = new ArrayList<>();
      for (int seed = 0; seed < seeds; seed++) {
        bits.add(random.nextBoolean());
      }
      boolean accepted = test.test(bits).decision() == SequentialTest.Decision.ACCEPT_H1;
      supported += accepted ? 1 : 0;
    }
    return supported;
  }

  /** Every quantity of every arm from one distribution, each arm on its own. */
  private static Scenario exchangeable(RandomGenerator random) {
    return (arm, walk) -> {
      double cosine = 2 * random.nextDouble() - 1;
      double rough = random.nextBoolean() ? 0.1 : 0;
      double norm = random.nextDouble();
      double[] heights = new double[MOST_UPDATES];
      Arrays.setAll(heights, epoch -> random.nextDouble());
      double[] norms = heights.clone();
      Arrays.setAll(norms, epoch -> random.nextDouble());
      double[] accuracies = heights.clone();
      Arrays.setAll(accuracies, epoch -> random.nextDouble());
      double[] losses = heights.clone();
      Arrays.setAll(losses, step -> random.nextDouble());
      walk.cosine(cosine)
          .distance(random.nextDouble())
          .valAccuracy(epoch -> accuracies[epoch])
          .lambdaMax(epoch -> norms[epoch])
          .trainLoss(step -> losses[step])
          .paramNorm(step -> norm)
          .section(
              (step, epoch) ->
                  SyntheticWalk.bowl(2 - 0.01 * step + rough * (step % 7), heights[epoch]));
    };
  }
}
