package org.sgdwalk.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.RecordMatch.Kind;
import org.sgdwalk.paper.Claims;

@DisplayName("The record of verdicts")
class VerdictRecordTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("ci.csv"), text.replace(";", "\n"));
  }

  private static Verdict verdict(Outcome outcome) {
    return new Verdict(
        Claims.find("T1").orElseThrow(), "mlp/mnist", outcome, "because", List.of(), List.of(), 0);
  }

  @Test
  void tells_a_verdict_that_differs() throws IOException {
    VerdictRecord record =
        VerdictRecord.read(file("claim,cell,verdict,engine;T1,mlp/mnist,SUPPORTED,torch;"));
    assertThat(record.compare(verdict(Outcome.SUPPORTED), "torch").kind())
        .isEqualTo(Kind.AS_RECORDED);
    RecordMatch other = record.compare(verdict(Outcome.NOT_MET), "torch");
    assertThat(other.kind()).isEqualTo(Kind.DIFFERS);
    assertThat(other.sentence())
        .startsWith("T1 in mlp/mnist is NOT_MET (because)")
        .endsWith("ci.csv says SUPPORTED");
  }

  @Test
  void under_another_engine_only_the_contrary_differs() throws IOException {
    VerdictRecord record =
        VerdictRecord.read(file("claim,cell,verdict,engine;T1,mlp/mnist,SUPPORTED,torch;"));

    assertThat(record.compare(verdict(Outcome.NOT_MET), "dl4j").kind()).isEqualTo(Kind.DIFFERS);
    RecordMatch weaker = record.compare(verdict(Outcome.INCONCLUSIVE), "dl4j");
    assertThat(weaker.kind()).isEqualTo(Kind.NOT_COMPARED);
    assertThat(weaker.sentence()).endsWith("says SUPPORTED of the engine torch");
    assertThat(record.compare(verdict(Outcome.INCONCLUSIVE), "torch").kind())
        .isEqualTo(Kind.DIFFERS);
  }

  @Test
  void tells_a_verdict_without_a_record() throws IOException {
    VerdictRecord record = VerdictRecord.read(file("claim,cell,verdict,engine;"));
    RecordMatch none = record.compare(verdict(Outcome.SUPPORTED), "torch");
    assertThat(none.kind()).isEqualTo(Kind.NO_RECORD);
    assertThat(none.kind().words()).isEqualTo("no record");
    assertThat(none.sentence())
        .startsWith("T1 in mlp/mnist is SUPPORTED")
        .contains("there is no record of it in ")
        .endsWith("ci.csv");
  }

  @Test
  void has_no_rows_where_there_is_no_file() {
    VerdictRecord record = VerdictRecord.read(folder.resolve("new-scale.csv"));
    assertThat(record.compare(verdict(Outcome.NOT_MET), "torch").kind()).isEqualTo(Kind.NO_RECORD);
  }

  @Test
  void lets_pass_what_was_not_run() throws IOException {
    VerdictRecord record =
        VerdictRecord.read(file("claim,cell,verdict,engine;T1,mlp/mnist,SUPPORTED,torch;"));
    assertThat(record.compare(verdict(Outcome.NOT_RUN), "torch").kind())
        .isEqualTo(Kind.NOT_COMPARED);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "claim,verdict;T1,SUPPORTED; | columns must be [claim, cell, verdict, engine]",
        "claim,cell,verdict,engine;T1,mlp/mnist; | line 2: must have four cells, got 2",
        "claim,cell,verdict,engine;T1,mlp/mnist,PROVEN,torch; | line 2: verdict must be SUPPORTED, OPPOSITE, WEAKER",
        "claim,cell,verdict,engine;T1,mlp/mnist,NOT_RUN,torch; | got NOT_RUN",
        "claim,cell,verdict,engine;T1,a,NOT_MET,torch;T1,a,NOT_MET,torch; | line 3: [T1, a] is there twice"
      })
  void names_what_is_wrong(String text, String message) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> VerdictRecord.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ci.csv")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @EnumSource(names = {"SMOKE", "CI"})
  void records_a_verdict_for_every_claim_and_cell(Scale scale) {
    VerdictRecord record =
        VerdictRecord.read(Path.of("fixtures", "verdicts", scale.key() + ".csv"));
    for (Cell cell : Catalog.cells(scale)) {
      for (Claim claim : Catalog.claims(cell)) {
        assertThat(isRecorded(record, claim, cell)).as("%s in %s", claim.id(), cell.id()).isTrue();
      }
    }
  }

  private static boolean isRecorded(VerdictRecord record, Claim claim, Cell cell) {
    Verdict any = new Verdict(claim, cell.id(), Outcome.NOT_MET, "", List.of(), List.of(), 0);
    return record.compare(any, "torch").kind() != Kind.NO_RECORD;
  }
}
