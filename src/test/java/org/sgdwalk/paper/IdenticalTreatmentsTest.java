package org.sgdwalk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.Slow;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Scenario;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.WordChances;
import org.sgdwalk.stats.Alike;
import org.sgdwalk.stats.SignedRank;

/**
 * A/A: all arms of a claim are the same treatment, and all epochs alike. Then effects must be
 * symmetric about none, which is the hypothesis that the test of averages rejects no more often
 * than it may.
 */
@DisplayName("Identical treatments")
@Slow
class IdenticalTreatmentsTest {
  private static final int DRAWS = 400;

  /** Beyond the epochs, and the updates, of any arm. */
  private static final int MOST_UPDATES = 1_000;

  /** One of some 60 p-values is below it once in 170 times; the draws are the same each time. */
  private static final double UNLIKELY = 1e-4;

  /** H1 compares heights with rises of the same walk, which are no treatments. */
  static Stream<Claim> averages() {
    return Claims.all().stream()
        .filter(claim -> claim.kind() instanceof Kind.Average)
        .filter(claim -> !claim.id().equals("H1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("averages")
  void have_effects_that_are_symmetric_about_none(Claim claim) {
    RandomGenerator random = new Well19937c(claim.id().hashCode());
    Kind.Average average = (Kind.Average) claim.kind();
    double[] effects = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      effects[draw] = average.comparison().centred(exchangeable(random).observe(claim).effect());
    }

    double[] counted = Arrays.stream(effects).filter(x -> !Double.isNaN(x)).toArray();
    assertThat(counted).hasSizeGreaterThan(DRAWS / 2);
    assertThat(SignedRank.above(counted)).isGreaterThan(UNLIKELY);
    assertThat(SignedRank.below(counted, 0)).isGreaterThan(UNLIKELY);
  }

  /** Of 100,000 claims 33 may be SUPPORTED and 33 OPPOSITE, and 4 standard errors more. */
  @ParameterizedTest
  @EnumSource
  void are_supported_and_opposed_in_no_more_than_the_error_of_cases(Scale scale) {
    Stopping stopping = Catalog.stopping(scale);
    int simulations = 100_000;
    double most = simulations * stopping.error();
    for (DoubleUnaryOperator shape :
        new DoubleUnaryOperator[] {x -> x, Math::exp, x -> Math.round(2 * x)}) {
      RandomGenerator random = new Well19937c(2);
      WordChances chances =
          WordChances.of(
              Kind.Average.difference(0.01),
              stopping,
              simulations,
              () -> Alike.difference(() -> shape.applyAsDouble(random.nextGaussian())));

      for (Outcome word : new Outcome[] {Outcome.SUPPORTED, Outcome.OPPOSITE}) {
        assertThat(chances.of(word) * simulations).isLessThan(most + 4 * Math.sqrt(most));
      }
    }
  }

  /** Every quantity of every arm from one skewed distribution, each arm on its own. */
  private static Scenario exchangeable(RandomGenerator random) {
    return (arm, walk) -> {
      double cosine = 1 - skewed(random);
      double norm = 0.1 + skewed(random);
      double distance = 0.1 + skewed(random);
      double[] heights = several(random);
      double[] norms = several(random);
      double[] accuracies = several(random);
      double[] losses = several(random);
      double[] barriers = several(random);
      double[] otherNorms = several(random);
      double[] noise = several(random);
      walk.cosine(cosine)
          .distance(distance)
          .valAccuracy(epoch -> accuracies[epoch])
          .lambdaMax(epoch -> norms[epoch])
          .evalMode(epoch -> otherNorms[epoch] / norms[epoch])
          .noise(place -> noise[place])
          .trainLoss(step -> losses[step])
          .paramNorm(step -> norm)
          .section(
              (step, epoch) ->
                  barriers[step] > 1.5
                      ? SyntheticWalk.barrier(1)
                      : SyntheticWalk.bowl(2 - 0.01 * step, heights[epoch]));
    };
  }

  private static double[] several(RandomGenerator random) {
    double[] values = new double[MOST_UPDATES];
    Arrays.setAll(values, i -> 0.1 + skewed(random));
    return values;
  }

  private static double skewed(RandomGenerator random) {
    return -Math.log(1 - random.nextDouble());
  }
}
