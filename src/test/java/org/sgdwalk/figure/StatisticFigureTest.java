package org.sgdwalk.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
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

@DisplayName("A claim's own figure")
class StatisticFigureTest {
  private static final SeedTraces SEED = SyntheticWalks.seed(Arm.values());

  private static Claim claim(String id) {
    return Claims.find(id).orElseThrow();
  }

  /** The same traces under other seeds: a band then has no width, and all its places. */
  private static List<SeedTraces> seeds(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(seed -> new SeedTraces(seed, SEED.cell(), SEED.traces()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "T1, R^2 of the parabola",
    "T2b, gradient cosine",
    "T3, valley floor (nats)",
    "T7, valley floor (nats)",
    "T8, updates that cross a barrier",
    "N4a, norm of theta",
    "N5, training loss / that at the fork",
    "R4, 'mean height (nats, log)'",
    "S1, validation accuracy",
    "Q1a, distance to the minimum (log)"
  })
  void shows_the_quantity_that_its_statistic_is_made_of(String id, String quantity)
      throws Exception {
    Figure figure = Figures.of(claim(id), Example.of(SEED), verdict(id)).get(1);

    assertThat(new SvgDocument(figure).texts()).contains(quantity);
    assertThat(figure.csv()).contains(quantity.contains(",") ? "\"" + quantity + "\"" : quantity);
  }

  @Test
  void every_claim_has_one_and_what_the_paper_found_in_it() {
    for (Claim claim : Claims.all()) {
      Figure figure = Figures.of(claim, Example.of(SEED), verdict(claim.id())).get(1);
      assertThat(figure.name()).isEqualTo(StatisticFigure.NAME);
      assertThat(figure.caption())
          .contains(claim.card().criterion())
          .contains("In the paper: " + claim.card().finding());
    }
  }

  @Test
  void says_which_seed_it_shows_and_how_many_a_band_has() {
    Verdict verdict = SyntheticWalks.verdict("T5", Outcome.SUPPORTED, 9, 1, 5, 4, 7, 6, 3);
    SeedTraces median = seeds(7).get(2);

    Figure figure = StatisticFigure.of(claim("T5"), Example.of(median, seeds(7), verdict));

    assertThat(figure.svg()).contains("seed 3 (the median of 7 by effect)");
    assertThat(figure.caption()).contains("the middle half of 7 seeds");
  }

  @Test
  void has_no_band_of_too_few_seeds_to_have_quartiles() {
    Example example = Example.of(SEED, seeds(Band.FEWEST - 1), verdict("T5"));
    assertThat(StatisticFigure.of(claim("T5"), example).caption()).doesNotContain("middle half");
  }

  @Test
  void of_floors_marks_as_many_barriers_as_are_counted() {
    Figure figure = FloorFigure.of(claim("T7"), Example.of(SEED));
    // The synthetic floors fall at each update.
    assertThat(figure.svg()).contains("floor barriers: 0");
  }

  private static Verdict verdict(String id) {
    return SyntheticWalks.verdict(id, Outcome.SUPPORTED, 1);
  }
}
