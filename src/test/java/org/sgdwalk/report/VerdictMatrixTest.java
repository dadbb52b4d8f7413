package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.figure.SyntheticWalks;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.words.Digits;

@DisplayName("Verdict matrix")
class VerdictMatrixTest {
  private static final Verdict NOT_MET = SyntheticWalks.verdict("T1", Outcome.NOT_MET, 0.123456);
  private static final Verdict ELSEWHERE =
      Verdict.notRun(SyntheticWalks.verdict("T3", Outcome.NOT_RUN).of(), "mlp/mnist", "no data");

  private static String page() {
    return VerdictMatrix.markdown(
        Scale.CI,
        Map.of("JDK", "17"),
        List.of(SyntheticWalks.judged(ELSEWHERE), SyntheticWalks.judged(NOT_MET)));
  }

  @Test
  void says_what_was_run() {
    assertThat(page())
        .startsWith("# Verdicts at scale ci\n")
        .contains(
            "- seeds: 1 to 1, at most %d a claim\n"
                .formatted(Catalog.stopping(Scale.CI).mostSeeds()))
        .contains("- error: 1 in 3000 for each word of a judgement; ")
        .contains("- JDK:   17\n");
  }

  @Test
  void sets_claims_against_cells() {
    assertThat(page())
        .contains(
            """
            | claim | mlp/fashion-mnist-3k | mlp/mnist |
            | ----- | -------------------- | --------- |
            | T1    | ✗ NOT_MET            | -         |
            | T3    | -                    | · NOT_RUN |
            """);
  }

  @Test
  void says_which_claims_have_one_word_in_all_decided_cells() {
    Verdict supported = SyntheticWalks.verdict("T1", Outcome.SUPPORTED, 1);
    Verdict open = SyntheticWalks.verdict("T1", Outcome.INCONCLUSIVE, 1);

    assertThat(Consistency.of(List.of(supported, supported, open))).isEqualTo("yes");
    assertThat(Consistency.of(List.of(supported, NOT_MET))).isEqualTo("no");
    assertThat(Consistency.of(List.of(supported, open))).isEqualTo("open");
    assertThat(page())
        .contains("yes 0, no 0, open 2.\n")
        .contains("| T1    | open       | 1 NOT_MET |");
  }

  @Test
  void shows_effects_with_their_interval() {
    assertThat(page())
        .contains(
            "| T1    | mlp/fashion-mnist-3k | NOT_MET | no record | 0.123 [0.123, 0.123], 0 % | 0/1 [0, 0.98] |")
        .doesNotContain("| T3    | mlp/mnist");
  }

  @Test
  void gives_the_reasons() {
    assertThat(page())
        .contains("### T1: It falls & rises\n\nEffect: a mean.\n")
        .contains("- mlp/mnist: NOT_RUN; no data.\n");
  }

  @Test
  void three_digits_read_as_plain_numbers_unless_tiny() {
    assertThat(Digits.three(-12345)).isEqualTo("-12300");
    assertThat(Digits.three(0.5)).isEqualTo("0.5");
    assertThat(Digits.three(0.00123456)).isEqualTo("0.00123");
    assertThat(Digits.three(1.23456e-9)).isEqualTo("1.23E-9");
    assertThat(Digits.three(0)).isEqualTo("0");
    assertThat(Digits.three(Double.NaN)).isEqualTo("NaN");
  }
}
