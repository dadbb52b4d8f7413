package org.sgdwalk.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.paper.Claims;

@DisplayName("The judge takes seeds one by one until the claim's rule decides")
class ClaimJudgeTest {
  private static final Claim LAW = claim("T4");
  private static final Claim AVERAGE = claim("T6");
  private static final Claim GATED = claim("T2a");
  private static final Stopping STOPPING = Stopping.of(28);

  private static final Scenario HOLDS = (arm, walk) -> {};
  private static final Scenario FAILS =
      (arm, walk) -> walk.section((step, epoch) -> SyntheticWalk.slope());

  private static Claim claim(String id) {
    return Claims.find(id).orElseThrow();
  }

  private static Verdict judge(Claim claim, List<Scenario> seeds) {
    return new ClaimJudge(STOPPING)
        .judge(
            claim,
            "cell",
            k -> k < seeds.size() ? Optional.of(seeds.get(k).traces(claim, k + 1)) : none());
  }

  private static Optional<SeedTraces> none() {
    return Optional.empty();
  }

  private static List<Scenario> times(int count, Scenario scenario) {
    return Collections.nCopies(count, scenario);
  }

  private static Scenario ratio(double ratio) {
    return (arm, walk) -> walk.distance(arm == Arm.SGD ? ratio : 1);
  }

  @Test
  void supports_a_law_after_14_seeds_that_hold() {
    Verdict verdict = judge(LAW, times(28, HOLDS));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
    assertThat(verdict.seeds()).hasSize(14);
    assertThat(verdict.reason())
        .isEqualTo("holds for 14 of 14 seeds, past the bound +8.01 of the log-likelihood ratio");
    assertThat(verdict.further()).isZero();
  }

  @Test
  void calls_a_law_not_met_after_5_seeds_that_do_not_hold() {
    Verdict verdict = judge(LAW, times(28, FAILS));

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(verdict.seeds()).hasSize(5);
    assertThat(verdict.reason())
        .isEqualTo("holds for 0 of 5 seeds, past the bound -8.01 of the log-likelihood ratio");
  }

  @Test
  void judges_the_seeds_in_order() {
    assertThat(judge(LAW, times(28, HOLDS)).seeds())
        .extracting(SeedOutcome::seed)
        .startsWith(1L, 2L, 3L);
  }

  @ParameterizedTest(name = "a law after {0} seeds that hold needs {1} more")
  @CsvSource({"0, 5", "1, 6", "13, 1", "14, 0"})
  void says_how_many_seeds_could_decide_a_law(int seeds, int further) {
    assertThat(judge(LAW, times(seeds, HOLDS)).further()).isEqualTo(further);
  }

  @Test
  void shows_an_average_at_its_first_look() {
    Verdict verdict = judge(AVERAGE, times(28, ratio(1.5)));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
    assertThat(verdict.seeds()).hasSize(14);
    assertThat(verdict.reason())
        .isEqualTo("as claimed in 14 of 14 seeds; the centre is shown to lie above 1");
    assertThat(verdict.effect().orElseThrow().median()).isEqualTo(1.5);
  }

  @Test
  void is_inconclusive_between_looks() {
    Verdict verdict = judge(AVERAGE, times(13, ratio(1.5)));

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.reason())
        .isEqualTo("as claimed in 13 of 13 seeds; the first look is at seed 14");
    assertThat(verdict.further()).isEqualTo(1);
  }

  @Test
  void says_what_is_not_shown_when_the_seeds_run_out() {
    List<Scenario> mixed =
        IntStream.range(0, 28).mapToObj(k -> ratio(k % 2 == 0 ? 1.5 : 1 / 1.5)).toList();
    Verdict verdict = judge(AVERAGE, mixed);

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.seeds()).hasSize(28);
    assertThat(verdict.reason())
        .isEqualTo(
            "as claimed in 14 of 28 seeds; the centre is not shown to lie above 1, or below 1, or"
                + " between 1/1.05 and 1.05");
  }

  @Test
  void decides_nothing_at_the_smoke_scale() {
    Stopping smoke = Catalog.stopping(Scale.SMOKE);
    for (Claim claim : Claims.all()) {
      Verdict verdict =
          new ClaimJudge(smoke).judge(claim, "cell", k -> Optional.of(HOLDS.traces(claim, k + 1)));
      assertThat(verdict.outcome()).as(claim.id()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(verdict.seeds()).hasSize(smoke.mostSeeds());
    }
  }

  @Test
  void does_not_run_without_a_seed() {
    Verdict verdict = judge(LAW, List.of());

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_RUN);
    assertThat(verdict.reason()).isEqualTo("no seed has traces of all of long");
    assertThat(verdict.effect()).isEmpty();
    assertThat(verdict.further()).isEqualTo(5);
  }

  @Test
  void shuts_a_gate_after_five_seeds_whatever_the_claim_says() {
    Scenario below = (arm, walk) -> walk.cosine(-1).lambdaMax(epoch -> 14.9);
    Verdict verdict = judge(GATED, times(28, below));

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_TESTABLE);
    assertThat(verdict.seeds()).hasSize(5);
    assertThat(verdict.holds()).isEqualTo(5);
    assertThat(verdict.reason())
        .startsWith("GD is not at the edge where it bounces: the learning rate times")
        .endsWith("is 1.49 over the first 5 seeds, 1.5 asked for");
  }

  @Test
  void takes_the_median_of_a_gates_seeds() {
    Scenario below = (arm, walk) -> walk.cosine(-1).lambdaMax(epoch -> 1);
    Scenario clear = (arm, walk) -> walk.cosine(-1);

    assertThat(judge(GATED, List.of(below, below, clear, clear, clear)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(judge(GATED, List.of(below, below, below, clear, clear)).outcome())
        .isEqualTo(Outcome.NOT_TESTABLE);
  }

  @Test
  void says_that_a_cell_is_near_the_edge() {
    Scenario near = (arm, walk) -> walk.cosine(-1).lambdaMax(epoch -> 17);
    Verdict verdict = judge(GATED, times(28, near));

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
    assertThat(verdict.caveats()).hasSize(1);
    assertThat(verdict.caveats().get(0)).startsWith("near the edge: ").contains("is 1.7 over");
    assertThat(judge(GATED, times(28, (arm, walk) -> walk.cosine(-1))).caveats()).isEmpty();
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
    Verdict verdict = judge(AVERAGE, List.of(ratio(2), diverging, ratio(2)));

    assertThat(verdict.seeds()).extracting(SeedOutcome::holds).containsExactly(true, false, true);
    assertThat(verdict.seeds().get(1).effect()).isNaN();
    assertThat(verdict.seeds().get(1).counts()).isTrue();
    assertThat(verdict.seeds().get(1).note()).isEqualTo("GD diverged at step 17");
    assertThat(verdict.effect().orElseThrow().median()).isEqualTo(2);
  }

  @Test
  void ends_where_all_runs_diverge() {
    Scenario diverged = (arm, walk) -> walk.divergedAt(1);

    assertThat(judge(LAW, times(28, diverged)).outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(judge(AVERAGE, times(28, diverged)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(judge(AVERAGE, times(28, diverged)).effect()).isEmpty();
  }

  @Test
  void counts_a_scaled_run_that_diverges_for_the_claim_that_it_does_not_reproduce() {
    Scenario scaled =
        (arm, walk) -> {
          if (arm == Arm.LONG_SCALED) {
            walk.divergedAt(3);
          }
        };
    Scenario both = (arm, walk) -> walk.divergedAt(3);

    assertThat(judge(claim("R6a"), times(28, scaled)).outcome()).isEqualTo(Outcome.SUPPORTED);
    assertThat(judge(claim("R6a"), times(28, both)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void does_not_count_seeds_without_an_event() {
    Claim late = claim("T9");
    Scenario barrier = (arm, walk) -> walk.section((step, epoch) -> SyntheticWalk.barrier(0.01));
    List<Scenario> mixed =
        IntStream.range(0, 28).mapToObj(k -> k % 2 == 0 ? HOLDS : barrier).toList();
    Verdict verdict = judge(late, mixed);

    assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
    assertThat(verdict.counted()).isEqualTo(14);
    assertThat(verdict.seeds()).hasSize(28);
    assertThat(judge(late, times(28, HOLDS)).reason())
        .isEqualTo("none of 28 seeds has what it is about");
  }
}
