package org.sgdwalk.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.paper.Claims;

@DisplayName("Figures")
class FiguresTest {
  private static final Verdict VERDICT =
      SyntheticWalks.verdict("T2a", Outcome.NOT_MET, -0.5, 0.25, Double.NaN);

  private static Example example(Arm... arms) {
    return Example.of(SyntheticWalks.seed(arms));
  }

  private static List<Figure> figures(Claim claim, SeedTraces seed) {
    return Figures.of(claim, Example.of(seed), VERDICT);
  }

  @ParameterizedTest
  @CsvSource({
    "T1, Walk of GD and SGD",
    "T6, Walk of GD and SGD",
    "T4, Height and barriers by epoch",
    "T8, Height and barriers by epoch",
    "R1, Roles of batch size and learning rate",
    "R3, Roles of batch size and learning rate",
    "R4, Height and barriers by epoch",
    "R6a, Loss and accuracy by epoch",
    "N7b, Loss and accuracy by epoch",
    "N3a, 'Loss, accuracy and distance by update'",
    "N5, Loss after the fork",
    "S1, Accuracy and learning rate by schedule",
    "S2b, Accuracy and learning rate by schedule",
    "Q1a, 'Walk of GD, eta lambda < 1 and GD, 1 < eta lambda < 2 and GD, eta lambda > 2'"
  })
  void a_claim_has_the_figure_of_its_arms(String id, String figure) throws Exception {
    Claim claim = Claims.find(id).orElseThrow();

    List<Figure> figures = figures(claim, SyntheticWalks.seed(Arm.values()));

    assertThat(figures)
        .extracting(Figure::name)
        .startsWith("Effect by seed", "Judged statistic")
        .endsWith(figure);
    for (Figure each : figures) {
      assertThat(new SvgDocument(each).texts()).isNotEmpty();
    }
  }

  @Test
  void a_claim_about_one_long_walk_shows_a_walk_too() {
    Claim claim = Claims.find("T4").orElseThrow();

    assertThat(figures(claim, SyntheticWalks.seed(Arm.values())))
        .extracting(Figure::name)
        .contains("Walk of GD and SGD");
  }

  @Test
  void same_traces_give_the_same_text() {
    SeedTraces seed = SyntheticWalks.seed(Arm.values());
    for (Claim claim : Claims.all()) {
      assertThat(figures(claim, seed)).isEqualTo(figures(claim, seed));
    }
  }

  @Test
  void every_claim_can_be_drawn_from_its_own_arms_alone() {
    for (Claim claim : Claims.all()) {
      SeedTraces seed = SyntheticWalks.seed(claim.arms().toArray(Arm[]::new));
      assertThat(figures(claim, seed)).as(claim.id()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void a_run_that_diverged_at_once_can_be_drawn() {
    for (Claim claim : Claims.all()) {
      for (Arm arm : claim.arms()) {
        assertThat(figures(claim, SyntheticWalks.divergedAtOnce(arm))).isNotEmpty();
      }
    }
  }

  @Test
  void a_verdict_that_was_not_run_has_none() {
    assertThat(Figures.of(SyntheticWalks.verdict("T2a", Outcome.NOT_RUN))).isEmpty();
  }

  @Test
  void a_walk_names_cell_seed_treatment_and_quantities() throws Exception {
    Figure figure = WalkFigure.of(example(Arm.GD, Arm.SGD), List.of(Arm.GD, Arm.SGD));

    assertThat(new SvgDocument(figure).texts())
        .contains(
            "Walk of GD and SGD: mlp/fashion-mnist-3k, scale ci, seed 7",
            "GD: full batch (1000), LR 0.1",
            "SGD: batch 50, LR 0.1",
            "training loss (nats, log)",
            "gradient cosine",
            "distance from init.",
            "updates",
            "valley floor");
  }

  @Test
  void a_walk_of_one_arm_has_one_column() throws Exception {
    Figure figure = WalkFigure.of(example(Arm.SGD), List.of(Arm.SGD));
    assertThat(new SvgDocument(figure).texts()).containsOnlyOnce("gradient cosine");
  }

  @Test
  void a_walk_of_an_arm_without_trace_is_an_error() {
    Example seed = example(Arm.SGD);
    assertThatThrownBy(() -> WalkFigure.of(seed, List.of(Arm.GD)))
        .hasMessageContaining("seed 7 has no trace of GD");
  }

  @Test
  void roles_are_told_apart_by_batch_and_rate() throws Exception {
    Figure figure = RolesFigure.of(example(Arm.values()));
    assertThat(new SvgDocument(figure).texts())
        .contains("SGD, small batch: batch 20", "SGD: batch 50", "GD: full batch (1000)")
        .contains("SGD, half LR: LR 0.05", "SGD: LR 0.1", "SGD, twice LR: LR 0.2");
  }

  @Test
  void a_fork_names_what_follows_it() throws Exception {
    Figure figure =
        ForkFigure.of(example(Arm.FORK_GD, Arm.FORK_SGD), Set.of(Arm.FORK_GD, Arm.FORK_SGD));

    assertThat(new SvgDocument(figure).texts())
        .contains(
            "Loss after the fork: mlp/fashion-mnist-3k, scale ci, seed 7",
            "noise, then GD: full batch (1000), LR 0.1",
            "noise, then SGD: batch 50, LR 0.1",
            "updates after the fork",
            "training loss (nats, log)");
  }

  @Test
  void schedules_are_told_apart_by_rate_and_kind() throws Exception {
    Figure figure = SchedulesFigure.of(example(Arm.values()));
    assertThat(new SvgDocument(figure).texts())
        .contains("validation accuracy", "learning rate", "epoch")
        .anyMatch(text -> text.matches("SGD, long, trapezoid LR: batch 50, LR .* trapezoid"))
        .anyMatch(text -> text.matches("SGD, long, cyclical LR: batch 50, LR .* cyclical"));
  }

  @Test
  void effects_name_what_holds_and_what_diverged() throws Exception {
    assertThat(new SvgDocument(EffectFigure.of(VERDICT)).texts())
        .contains("T2a, mlp/fashion-mnist-3k: NOT_MET", "as claimed", "not as claimed")
        .contains("no number: a run diverged, or nothing to see");
  }
}
