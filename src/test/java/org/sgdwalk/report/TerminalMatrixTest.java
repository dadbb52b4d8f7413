package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.RecordMatch;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.words.Titles;

@DisplayName("The matrix in a terminal")
class TerminalMatrixTest {
  private static final List<Cell> CELLS = Catalog.cells(Scale.CI).subList(0, 2);

  private static final List<Judged> ALL =
      List.of(
          judged("R1", CELLS.get(0), Outcome.NOT_MET),
          judged("T1", CELLS.get(0), Outcome.SUPPORTED),
          judged("T1", CELLS.get(1), Outcome.INCONCLUSIVE));

  private static Judged judged(String id, Cell cell, Outcome outcome) {
    Claim claim = Claims.find(id).orElseThrow();
    Verdict verdict = new Verdict(claim, cell.id(), outcome, "because", List.of(), List.of(), 0);
    RecordMatch none = new RecordMatch(RecordMatch.Kind.NO_RECORD, "none");
    return new Judged(new Case(claim, cell), verdict, none, null);
  }

  private static String plain() {
    return new TerminalMatrix(false, StandardCharsets.UTF_8).of(ALL);
  }

  @Test
  void has_claims_in_the_papers_order_against_cells() {
    assertThat(plain().lines().limit(4))
        .satisfiesExactly(
            head -> assertThat(head).isEqualTo("      1 2"),
            first -> assertThat(first).startsWith("T1    ✓ ?  ").endsWith(sentence("T1")),
            second -> assertThat(second).startsWith("R1    ✗    ").endsWith(sentence("R1")),
            empty -> assertThat(empty).isEmpty());
  }

  private static String sentence(String id) {
    return "  " + Titles.brief(Claims.find(id).orElseThrow(), 64);
  }

  @Test
  void says_which_cell_is_which_and_what_each_mark_means() {
    assertThat(plain())
        .contains("1 " + CELLS.get(0).id() + " at ci\n2 " + CELLS.get(1).id() + " at ci\n")
        .contains("✓   1 SUPPORTED    the claim is shown\n", "✗   1 NOT_MET ", "·   0 NOT_RUN ");
  }

  @Test
  void has_colour_beside_the_marks_where_it_is_asked_for() {
    String coloured = new TerminalMatrix(true, StandardCharsets.UTF_8).of(ALL);
    assertThat(plain()).doesNotContain("\u001B");
    assertThat(coloured).contains("\u001B[32m✓\u001B[0m", "\u001B[31m✗\u001B[0m");
    assertThat(coloured.replaceAll("\u001B\\[\\d+m", "")).isEqualTo(plain());
  }

  @Test
  void has_a_letter_of_its_own_for_each_mark_where_symbols_cannot_be_shown() {
    String ascii = new TerminalMatrix(false, StandardCharsets.US_ASCII).of(ALL);
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(ascii)).isTrue();
    assertThat(
            ascii
                .lines()
                .filter(
                    line ->
                        Arrays.stream(Outcome.values()).anyMatch(o -> line.contains(" " + o + " ")))
                .map(line -> line.charAt(0))
                .distinct())
        .hasSameSizeAs(Outcome.values());
  }

  @Test
  void shortens_long_sentences_between_words() {
    assertThat(Claims.all())
        .allSatisfy(
            claim -> {
              String brief = Titles.brief(claim, 30);
              assertThat(brief).hasSizeLessThanOrEqualTo(30 + " ...".length());
              assertThat(claim.card().sentence()).startsWith(brief.replace(" ...", ""));
            });
  }
}
