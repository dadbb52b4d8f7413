package org.sgdwalk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.spec.Scale;
import org.sgdwalk.stats.SequentialTest;

@DisplayName("The record of verdicts")
class VerdictRecordTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("ci.csv"), text.replace(";", "\n"));
  }

  private static Verdict verdict(Outcome outcome) {
    return new Verdict(
        Claims.find("T1").orElseThrow().card(),
        "mlp/mnist",
        outcome,
        "because",
        List.of(),
        SequentialTest.forFamily(1),
        0);
  }

  @Test
  void should_tell_a_verdict_that_differs() throws IOException {
    VerdictRecord record = VerdictRecord.read(file("claim,cell,verdict;T1,mlp/mnist,SUPPORTED;"));
    assertThat(record.difference(verdict(Outcome.SUPPORTED))).isEmpty();
    assertThat(record.difference(verdict(Outcome.REFUTED)).orElseThrow())
        .startsWith("DIFFERS: T1 in mlp/mnist is REFUTED (because)")
        .endsWith("ci.csv says SUPPORTED");
  }

  @Test
  void should_tell_a_verdict_without_a_record() throws IOException {
    VerdictRecord record = VerdictRecord.read(file("claim,cell,verdict;"));
    assertThat(record.difference(verdict(Outcome.SUPPORTED)).orElseThrow())
        .endsWith("says nothing");
  }

  @Test
  void should_let_pass_what_was_not_run() throws IOException {
    VerdictRecord record = VerdictRecord.read(file("claim,cell,verdict;T1,mlp/mnist,SUPPORTED;"));
    assertThat(record.difference(verdict(Outcome.NOT_RUN))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "claim,verdict;T1,SUPPORTED; | columns must be [claim, cell, verdict]",
        "claim,cell,verdict;T1,mlp/mnist; | line 2: must have three cells, got 2",
        "claim,cell,verdict;T1,mlp/mnist,PROVEN; | line 2: verdict must be SUPPORTED, REFUTED or",
        "claim,cell,verdict;T1,mlp/mnist,NOT_RUN; | got NOT_RUN",
        "claim,cell,verdict;T1,a,REFUTED;T1,a,REFUTED; | line 3: [T1, a] is there twice"
      })
  void should_name_what_is_wrong(String text, String message) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> VerdictRecord.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ci.csv")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @EnumSource(names = {"SMOKE", "CI"})
  void should_record_a_verdict_for_every_claim_and_cell(Scale scale) {
    VerdictRecord record =
        VerdictRecord.read(Path.of("fixtures", "verdicts", scale.key() + ".csv"));
    for (Cell cell : Catalog.cells(scale)) {
      for (Claim claim : Catalog.claims(cell)) {
        assertThat(isRecorded(record, claim, cell)).as("%s in %s", claim.id(), cell.id()).isTrue();
      }
    }
  }

  private static boolean isRecorded(VerdictRecord record, Claim claim, Cell cell) {
    return Stream.of(Outcome.SUPPORTED, Outcome.REFUTED, Outcome.INCONCLUSIVE)
        .map(
            outcome ->
                new Verdict(
                    claim.card(),
                    cell.id(),
                    outcome,
                    "",
                    List.of(),
                    SequentialTest.forFamily(1),
                    0))
        .anyMatch(verdict -> record.difference(verdict).isEmpty());
  }
}
