package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.figure.SyntheticWalks;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.paper.BarrierCount;
import org.sgdwalk.sensitivity.Sensitivity;
import org.sgdwalk.sensitivity.Sensitivity.Varied;
import org.sgdwalk.sensitivity.Variant;
import org.sgdwalk.sensitivity.Variants;

@DisplayName("The page of sensitivity")
class SensitivityPageTest {
  private static final Verdict T1 = SyntheticWalks.verdict("T1", Outcome.SUPPORTED, -0.5);
  private static final Verdict R6 = SyntheticWalks.verdict("R6a", Outcome.INCONCLUSIVE, -0.5, 0.5);

  private static String page() {
    Varied same =
        new Varied(
            variant("points-6"),
            Map.of("T1", SyntheticWalks.verdict("T1", Outcome.SUPPORTED, -0.5)),
            List.of());
    Varied other =
        new Varied(
            variant("reshuffled"),
            Map.of(
                "T1", SyntheticWalks.verdict("T1", Outcome.NOT_MET, 0.25),
                "R6a", SyntheticWalks.verdict("R6a", Outcome.INCONCLUSIVE, Double.NaN)),
            List.of(new BarrierCount(7, 20, 1.5, 0.5)));
    return SensitivityPage.markdown(
        Map.of("seeds", "1-24"),
        List.of(
            new Sensitivity(
                SyntheticWalks.CELL,
                List.of(T1, R6),
                List.of(new BarrierCount(7, 20, 0.25, 0)),
                List.of(same, other))));
  }

  private static Variant variant(String id) {
    return Variants.named(List.of(id)).get(0);
  }

  @Test
  void says_what_was_run_and_what_a_variant_is() {
    assertThat(page())
        .startsWith("# Sensitivity\n\n- seeds: 1-24\n")
        .contains("| points-6   | K = 6 points a cross-section")
        .contains("## mlp/fashion-mnist-3k");
  }

  @Test
  void marks_verdicts_that_differ_and_claims_that_are_not_touched() {
    assertThat(page())
        .contains(
            """
            | claim | reference        | points-6      | reshuffled       |
            | ----- | ---------------- | ------------- | ---------------- |
            | T1    | SUPPORTED 1/1    | SUPPORTED 1/1 | **NOT_MET 0/1**  |
            | R6a   | INCONCLUSIVE 1/2 | -             | INCONCLUSIVE 0/1 |
            """);
  }

  @Test
  void marks_effects_whose_interval_does_not_meet_that_of_the_reference() {
    assertThat(page())
        .contains("| T1    | -0.5 [-0.5, -0.5] | -0.5 [-0.5, -0.5] | **0.25 [0.25, 0.25]** |")
        .contains("| R6a   | 0 [-0.5, 0.5]     | -                 | **none**              |");
  }

  @Test
  void counts_barriers_where_the_long_runs_are_others() {
    assertThat(page())
        .contains(
            """
            | epoch | updates | reference | reshuffled |
            | ----- | ------- | --------- | ---------- |
            | 7     | 20      | 0.25 (0)  | 1.5 (0.5)  |
            """);
  }
}
