package org.sgdwalk.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.figure.SyntheticWalks;

@DisplayName("A build")
class JudgedTest {
  private static Judged judged(Outcome outcome, RecordMatch.Kind kind) {
    Judged judged = SyntheticWalks.judged(SyntheticWalks.verdict("T1", outcome, 1));
    return new Judged(
        judged.of(), judged.verdict(), new RecordMatch(kind, "the record says so"), null);
  }

  @Test
  void fails_with_a_verdict_that_differs_from_the_record() {
    assertThat(judged(Outcome.SUPPORTED, RecordMatch.Kind.DIFFERS).failure(false))
        .contains("DIFFERS: the record says so");
    assertThat(judged(Outcome.SUPPORTED, RecordMatch.Kind.DIFFERS).failure(true)).isPresent();
  }

  @Test
  void does_not_fail_with_a_claim_that_is_not_met_or_without_a_record() {
    for (RecordMatch.Kind kind : RecordMatch.Kind.values()) {
      assertThat(judged(Outcome.NOT_MET, kind).failure(false).isPresent())
          .isEqualTo(kind == RecordMatch.Kind.DIFFERS);
    }
  }

  @Test
  void fails_strictly_with_whatever_is_not_supported() {
    for (Outcome outcome : Outcome.values()) {
      assertThat(judged(outcome, RecordMatch.Kind.AS_RECORDED).failure(true).isPresent())
          .isEqualTo(outcome != Outcome.SUPPORTED);
    }
    assertThat(judged(Outcome.NOT_MET, RecordMatch.Kind.AS_RECORDED).failure(true).orElseThrow())
        .startsWith("STRICT: T1 GD: ")
        .contains("[mlp/fashion-mnist-3k] is NOT_MET: it does");
  }

  @Test
  void shows_the_seed_with_the_median_effect_of_an_even_number_the_lower() {
    assertThat(SyntheticWalks.verdict("T1", Outcome.SUPPORTED, 9, 1, 5).medianSeed()).hasValue(3);
    assertThat(SyntheticWalks.verdict("T1", Outcome.SUPPORTED, 9, 1, 5, 7).medianSeed())
        .hasValue(3);
    assertThat(SyntheticWalks.verdict("T1", Outcome.SUPPORTED, Double.NaN, 1).medianSeed())
        .hasValue(2);
    assertThat(SyntheticWalks.verdict("T1", Outcome.SUPPORTED, Double.NaN).medianSeed()).isEmpty();
  }
}
