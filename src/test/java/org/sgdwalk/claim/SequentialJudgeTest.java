package org.sgdwalk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.stats.SequentialTest;
import org.sgdwalk.trace.Trace;

@DisplayName("The judge takes seeds one by one until Wald's test decides")
class SequentialJudgeTest {
  private static final Claim T6 = Claims.find("T6").orElseThrow();
  private static final Claim R6 = Claims.find("R6").orElseThrow();
  private static final SequentialTest TEST = SequentialTest.forFamily(29);
  private static final SequentialJudge JUDGE = new SequentialJudge(TEST);

  /** Seeds that all hold, each adding log(0.9/0.5); how many follows from the family's size. */
  private static final int ALL_HOLD = (int) Math.ceil(TEST.upperBound() / Math.log(0.9 / 0.5));

  /** Seeds of which none holds, each adding log(0.1/0.5). */
  private static final int NONE_HOLDS = (int) Math.ceil(TEST.lowerBound() / Math.log(0.1 / 0.5));

  @Test
  void stops_at_the_upper_bound() {
    Verdict verdict = judge(24, true);

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
    assertThat(verdict.seeds()).hasSize(ALL_HOLD);
    assertThat(verdict.holds()).isEqualTo(ALL_HOLD);
    assertThat(verdict.logLikelihoodRatio()).isGreaterThanOrEqualTo(TEST.upperBound());
    assertThat(verdict.reason())
        .isEqualTo(
            String.format(
                Locale.ROOT,
                "holds for %d of %d seeds; log-likelihood ratio %.2f is at or above the upper bound"
                    + " %.2f",
                ALL_HOLD,
                ALL_HOLD,
                ALL_HOLD * Math.log(0.9 / 0.5),
                TEST.upperBound()));
  }

  @Test
  void stops_at_the_lower_bound() {
    Verdict verdict = judge(24, false);

    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(verdict.seeds()).hasSize(NONE_HOLDS);
    assertThat(verdict.holds()).isZero();
    assertThat(verdict.reason())
        .isEqualTo(
            String.format(
                Locale.ROOT,
                "holds for 0 of %d seeds; log-likelihood ratio %.2f is at or below the lower bound"
                    + " %.2f",
                NONE_HOLDS,
                NONE_HOLDS * Math.log(0.1 / 0.5),
                TEST.lowerBound()));
  }

  @Test
  void judges_the_seeds_in_order() {
    assertThat(judge(24, true).seeds()).extracting(SeedOutcome::seed).startsWith(1L, 2L, 3L);
  }

  @Test
  void is_inconclusive_when_the_seeds_run_out() {
    Verdict verdict = judge(ALL_HOLD - 1, true);

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.seeds()).hasSize(ALL_HOLD - 1);
    assertThat(verdict.reason())
        .contains((ALL_HOLD - 1) + " of " + (ALL_HOLD - 1) + " seeds", "when the seeds ran out");
  }

  @Test
  void does_not_decide_over_mixed_seeds() {
    Verdict verdict = judge(24, true, true, true, false);

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.holds()).isEqualTo(18);
  }

  @Test
  void decides_nothing_at_the_seed_cap_of_the_smoke_scale() {
    assertThat(judge(Catalog.seedCap(Scale.SMOKE), true).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(judge(Catalog.seedCap(Scale.SMOKE), false).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void does_not_run_without_a_seed() {
    Verdict verdict = judge(0, true);

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_RUN);
    assertThat(verdict.reason()).startsWith("no seed has traces of all of ");
    assertThat(verdict.seeds()).isEmpty();
    assertThat(verdict.effect()).isEmpty();
  }

  @Test
  void counts_a_diverged_arm_against_the_claim_and_leaves_its_effect_out() {
    Scenario diverging =
        (arm, walk) -> {
          walk.distance(arm == Arm.GD ? 1 : 2);
          if (arm == Arm.GD) {
            walk.divergedAt(17);
          }
        };
    Scenario complete = (arm, walk) -> walk.distance(arm == Arm.GD ? 1 : 2);
    Verdict verdict =
        JUDGE.judge(
            T6,
            "cell",
            k -> k < 3 ? Optional.of((k == 1 ? diverging : complete).traces(T6, k)) : none());

    assertThat(verdict.seeds()).extracting(SeedOutcome::holds).containsExactly(true, false, true);
    assertThat(verdict.seeds().get(1).effect()).isNaN();
    assertThat(verdict.seeds().get(1).note()).isEqualTo("GD diverged at step 17");
    assertThat(verdict.effect().orElseThrow().median()).isEqualTo(2);
  }

  @Test
  void refutes_a_claim_whose_runs_all_diverge_without_an_effect() {
    Verdict verdict = ((Scenario) (arm, walk) -> walk.divergedAt(1)).judge(T6);

    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(verdict.effect()).isEmpty();
  }

  /**
   * A/A: small batch, replicate and scaled run have exchangeable accuracies, so the claim holds
   * with probability 1/2, H0's edge. By Wald at most alpha / (1 - beta) of the verdicts are then
   * SUPPORTED; of 10,000 claims a larger number than the 99.9 % quantile of Binomial(10,000, alpha
   * / (1 - beta)) would show more.
   */
  @Test
  void supports_no_more_than_alpha_of_claims_about_equal_treatments() {
    int claims = 10_000;
    int seeds = Catalog.seedCap(Scale.CI);
    RandomGenerator random = new Well19937c(1);
    int supported = 0;
    for (int i = 0; i < claims; i++) {
      Verdict verdict =
          JUDGE.judge(R6, "cell", k -> k < seeds ? Optional.of(exchangeable(k, random)) : none());
      supported += verdict.outcome() == Outcome.SUPPORTED ? 1 : 0;
    }

    int bound =
        new BinomialDistribution(claims, TEST.alpha() / (1 - TEST.beta()))
            .inverseCumulativeProbability(0.999);
    assertThat(bound).isLessThan(35);
    assertThat(supported).isBetween(1, bound);
  }

  private static SeedTraces exchangeable(long seed, RandomGenerator random) {
    Map<Arm, Trace> traces = new EnumMap<>(Arm.class);
    for (Arm arm : List.of(Arm.LONG, Arm.LONG_REPLICATE, Arm.LONG_SCALED)) {
      traces.put(
          arm,
          new SyntheticWalk(Scenario.CELL.spec(arm, seed))
              .valAccuracy(random.nextDouble())
              .traceWithoutSteps());
    }
    return new SeedTraces(seed, Scenario.CELL, traces);
  }

  /** T6 over seeds for which it holds or not, in a repeating pattern. */
  private static Verdict judge(int seeds, Boolean... pattern) {
    List<Boolean> holds = new ArrayList<>(Arrays.asList(pattern));
    return JUDGE.judge(
        T6,
        "cell",
        k -> k < seeds ? Optional.of(traces(k + 1, holds.get(k % holds.size()))) : none());
  }

  private static SeedTraces traces(long seed, boolean holds) {
    Scenario scenario = (arm, walk) -> walk.distance((arm == Arm.SGD) == holds ? 2 : 1);
    return scenario.traces(T6, seed);
  }

  private static Optional<SeedTraces> none() {
    return Optional.empty();
  }
}
