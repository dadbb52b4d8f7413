package org.sgdwalk.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.paper.Claims;

@DisplayName("The figure of effects")
class EffectFigureTest {
  private static Verdict verdict(String claim, double... effects) {
    Verdict some = SyntheticWalks.verdict(claim, Outcome.SUPPORTED, effects);
    return new Verdict(
        Claims.find(claim).orElseThrow(),
        some.cell(),
        some.outcome(),
        some.reason(),
        List.of(),
        some.seeds(),
        0);
  }

  /** Labels of the axis of effects: those that are numbers and no seeds. */
  private static double lowestTick(Figure figure) throws Exception {
    return new SvgDocument(figure)
        .texts().stream()
            .filter(text -> text.matches("-?[0-9]*[.][0-9]+"))
            .mapToDouble(Double::parseDouble)
            .min()
            .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"V1, 1.0, 1.73, 1.79", "T5, 0.2, 1.31, 1.39", "R6c, -0.02, 0.81, 0.85"})
  void reaches_to_the_criterion_however_far_the_effects_are(
      String claim, double criterion, double low, double high) throws Exception {
    assertThat(lowestTick(EffectFigure.of(verdict(claim, low, high, low))))
        .isLessThan(criterion + (high - criterion) / 5);
  }

  /** A run that nearly diverges has such. */
  @ParameterizedTest
  @ValueSource(doubles = {2.04, 2.04e7, 1.73e12, 1e300})
  void draws_ratios_of_any_size(double effect) throws Exception {
    assertThat(new SvgDocument(EffectFigure.of(verdict("H1", effect))).texts()).isNotEmpty();
    assertThat(new SvgDocument(EffectFigure.of(verdict("H1", effect, effect))).texts())
        .isNotEmpty();
    assertThat(new SvgDocument(EffectFigure.of(verdict("H1", 1.5, effect))).texts()).isNotEmpty();
  }

  @Test
  void names_the_criterion_and_the_median_seed() throws Exception {
    Figure figure = EffectFigure.of(verdict("V1", 7.3, 7.9, 7.5));

    assertThat(figure.caption()).contains("Dotted: the criterion, 1.");
    assertThat(new SvgDocument(figure).texts())
        .contains("the median seed, shown in the other figures");
    assertThat(figure.csv()).contains("\"the median seed, shown in the other figures\",3,7.5,");
  }

  @Test
  void tells_what_diverged_as_claimed_from_what_has_no_number() throws Exception {
    SeedOutcome claimed = new SeedOutcome(8, Double.POSITIVE_INFINITY, true, true, "diverged");
    Verdict verdict = verdict("N1", 1.2, 1.3);
    Verdict with =
        new Verdict(
            Objects.requireNonNull(verdict.of()),
            verdict.cell(),
            verdict.outcome(),
            verdict.reason(),
            List.of(),
            List.of(verdict.seeds().get(0), claimed),
            0);

    assertThat(new SvgDocument(EffectFigure.of(with)).texts())
        .contains("diverged, as claimed")
        .doesNotContain("no number: a run diverged, or nothing to see");
  }
}
