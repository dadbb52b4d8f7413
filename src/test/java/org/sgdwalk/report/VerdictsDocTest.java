package org.sgdwalk.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.RecordedVerdicts;
import org.sgdwalk.WrittenDoc;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.paper.Claims;

/** README and {@code docs/verdicts.md} say what is recorded. */
class VerdictsDocTest {
  private static final Path DOC = Path.of("docs", "verdicts.md");

  /** What a README on one screen may take. */
  private static final int SCREEN = 7 * 1024;

  @ParameterizedTest
  @EnumSource(names = {"CI", "DESK"})
  void the_effects_are_of_the_recorded_verdicts(Scale scale) {
    Map<List<String>, CSVRecord> effects = RecordedVerdicts.effects(scale);
    Map<List<String>, CSVRecord> record = RecordedVerdicts.of(scale);

    assertThat(effects.keySet()).isEqualTo(record.keySet());
    record.forEach(
        (key, row) ->
            assertThat(verdict(effects, key)).as("%s", key).isEqualTo(row.get("verdict")));
  }

  private static String verdict(Map<List<String>, CSVRecord> rows, List<String> key) {
    return Objects.requireNonNull(rows.get(key)).get("verdict");
  }

  @Test
  void the_readme_has_a_mark_for_every_claim_and_cell() throws IOException {
    WrittenDoc.holds(Path.of("README.md"), "VerdictsDocTest: matrix", matrix());
  }

  @Test
  void the_readme_fits_on_a_screen() throws IOException {
    assertThat(Files.size(Path.of("README.md"))).isLessThan(SCREEN);
  }

  @Test
  void the_page_of_verdicts_has_every_effect() throws IOException {
    for (Scale scale : List.of(Scale.CI, Scale.DESK)) {
      WrittenDoc.holds(DOC, "VerdictsDocTest: effects, " + scale.key(), table(scale));
    }
  }

  /** A row a cell, a column a claim. */
  private static String matrix() {
    Map<List<String>, CSVRecord> record = RecordedVerdicts.of(Scale.CI);
    return "| | "
        + Claims.all().stream().map(Claim::id).collect(joining(" | "))
        + " |\n|"
        + " --- |".repeat(Claims.all().size() + 1)
        + "\n"
        + Catalog.cells(Scale.CI).stream()
            .map(
                cell ->
                    "| `"
                        + cell.id()
                        + "` | "
                        + Claims.all().stream()
                            .map(claim -> mark(record.get(List.of(claim.id(), cell.id()))))
                            .collect(joining(" | "))
                        + " |\n")
            .collect(joining());
  }

  private static String mark(@Nullable CSVRecord row) {
    return row == null ? "" : Outcome.valueOf(row.get("verdict")).symbol();
  }

  /** A row a claim, a column a cell. */
  private static String table(Scale scale) {
    Map<List<String>, CSVRecord> effects = RecordedVerdicts.effects(scale);
    List<Cell> networks =
        Catalog.cells(scale).stream().filter(cell -> cell.data().isPresent()).toList();
    return "| claim | effect | "
        + networks.stream().map(cell -> "`" + cell.id() + "`").collect(joining(" | "))
        + " |\n|"
        + " --- |".repeat(networks.size() + 2)
        + "\n"
        + Claims.all().stream()
            .filter(claim -> networks.stream().anyMatch(cell -> cell.has(claim.arms())))
            .map(claim -> row(claim, networks, effects))
            .collect(joining());
  }

  private static String row(Claim claim, List<Cell> cells, Map<List<String>, CSVRecord> effects) {
    return "| "
        + claim.id()
        + ": "
        + claim.card().sentence()
        + " | "
        + claim.card().statistic()
        + " | "
        + cells.stream()
            .map(cell -> said(effects.get(List.of(claim.id(), cell.id()))))
            .collect(joining(" | "))
        + " |\n";
  }

  private static String said(@Nullable CSVRecord row) {
    return row == null
        ? "-"
        : "%s %s, %s/%s"
            .formatted(row.get("verdict"), row.get("effect"), row.get("holds"), row.get("seeds"))
            .replace(" ,", ",");
  }
}
