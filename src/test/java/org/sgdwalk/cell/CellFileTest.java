package org.sgdwalk.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.spec.SpecException;

@DisplayName("A cell's file")
class CellFileTest {
  private static final String CELL =
      """
      { "kind": "network", "id": "mine/small",
        "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
        "data": {"name": "fashion-mnist-3k", "train": 100, "validation": 50, "chunk": 50},
        "batch": 10, "learningRate": 0.1, "updates": 20, "valley": [5, 20], "epochs": [1, 2],
        "scaled": 2, "extended": 20, "noise": 0.02 }
      """;

  @TempDir private Path folder;

  private Cell read(String json) throws IOException {
    return CellFile.read(Files.writeString(folder.resolve("my-cell.json"), json), Scale.CI);
  }

  @Test
  void has_the_arms_of_the_design_but_those_that_it_leaves_out() throws IOException {
    Cell cell = read(CELL);
    assertThat(cell.id()).isEqualTo("mine/small");
    assertThat(cell.arms()).hasSize(20);
    assertThat(cell.spec(Arm.LARGE_BATCH, 1).optimizer()).hasFieldOrPropertyWithValue("batch", 40);

    Cell without = read(CELL.replace("0.02 }", "0.02, \"without\": [\"gd\", \"fork-sgd\"] }"));
    assertThat(without.arms()).hasSize(18).doesNotContainKeys(Arm.GD, Arm.FORK_SGD);
  }

  @Test
  void has_no_mode_of_batch_norm_to_compare_without_batch_norm() throws IOException {
    SharpnessSpec normalised = sharpness(read(CELL));
    SharpnessSpec plain =
        sharpness(read(CELL.replace("\"batchNorm\": true", "\"batchNorm\": false")));

    assertThat(normalised.evalMode()).isTrue();
    assertThat(plain)
        .isEqualTo(SharpnessSpec.atEpochs(List.of(1, 2), 1, normalised.maxProducts(), false));
  }

  private static SharpnessSpec sharpness(Cell cell) {
    return Objects.requireNonNull(cell.spec(Arm.LONG, 1).probes().sharpness());
  }

  @Test
  void probes_its_walks_from_the_update_that_it_names() throws IOException {
    Cell cell = read(CELL.replace("0.02 }", "0.02, \"points\": 6, \"probedFrom\": 4 }"));

    assertThat(cell.spec(Arm.GD, 1).probes().crossSection())
        .isEqualTo(cell.spec(Arm.SGD, 1).probes().crossSection())
        .isEqualTo(new CrossSectionSpec(6, BatchNormMode.TRAIN, 0, 1, List.of(), 10).withFrom(4));
  }

  /** In the place of the quoted text stands the other; the error names the key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"batch\": 10 | \"batchSize\": 10 | batchSize: unknown key; did you mean batch?",
        "\"batch\": 10, | | batch: missing; it has no default",
        "\"batch\": 10 | \"batch\": 101 | batch: must be 1 to data.train, got 101",
        "\"batch\": 10 | \"batch\": 0 | batch: must be 1 to data.train, got 0",
        "\"batch\": 10 | \"batch\": \"10\" | batch: must be a whole number",
        "\"learningRate\": 0.1 | \"learningRate\": 0 | learningRate: must be above 0, got 0",
        "\"batch\": 10 | \"batch\": 10, \"points\": 2 | points: must be 3 to 101, got 2",
        "\"batch\": 10 | \"batch\": 10, \"probedFrom\": 6 | probedFrom: must be 1 to the first update of valley, 5, got 6",
        "\"batch\": 10 | \"batch\": 10, \"probedFrom\": 0 | probedFrom: must be 1 to the first update of valley, 5, got 0",
        "[5, 20] | [5, 21] | valley: must be [first, last] within updates 2 to 20, two or more",
        "[5, 20] | [1, 20] | valley: must be [first, last] within updates 2 to 20, two or more",
        "[5, 20] | [5, 5] | valley: must be [first, last] within updates 2 to 20, two or more",
        "[5, 20] | [5] | valley: must be [first, last]",
        "\"epochs\": [1, 2] | \"epochs\": [2] | epochs: must be at least two",
        "\"epochs\": [1, 2] | \"epochs\": [2, 2] | epochs[1]: must be after the one before it, got 2",
        "\"scaled\": 2 | \"scaled\": 1 | scaled: must be above 1, got 1",
        "\"extended\": 20 | \"extended\": 25 | extended: must be a multiple of data.train / batch = 10",
        "\"noise\": 0.02 | \"noise\": 0 | noise: must be above 0, got 0",
        "mine/small | mine//small | id: must be of letters, digits",
        "\"kind\": \"network\" | \"kind\": \"net\" | kind: must be one of network, quadratic, got",
        "\"kind\": \"network\", | | kind: missing; it must be one of network, quadratic",
        "\"scaled\": 2 | \"scaled\": 20 | arm long-scaled: optimizer.batch: must be at most data.train = 100, got 200",
        "\"chunk\": 50 | \"chunk\": 50, \"augmentation\": \"crop-flip\" | data.augmentation: must be left out",
        "\"noise\": 0.02 | \"noise\": 0.02, \"without\": [\"sdg\"] | without[0]: must be one of gd, sgd, ",
        "\"noise\": 0.02 | \"noise\": 0.02, \"why\": null | why: must not be null",
        "\"kind\": \"mlp\", \"hidden\": [8], \"batchNorm\": true | \"kind\": \"quadratic\", \"maxDimension\": 3, \"lowest\": 0.1, \"highest\": 1 | network.kind: must be that of a network",
      })
  void is_refused_with_file_and_key(String from, String to, String message) throws IOException {
    String changed = CELL.replace(from, to == null ? "" : to);
    assertThat(changed).isNotEqualTo(CELL);
    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith(folder.resolve("my-cell.json") + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void is_refused_where_a_schedule_is_in_anothers_place() {
    String schedules =
        """
        "schedules": {"epochs": 8, "constant": {"peak": 1, "schedule": {"kind": "constant"}},
          "stepwise": {"peak": 1, "schedule": {"kind": "constant"}},
          "cyclical": {"peak": 1, "schedule":
            {"kind": "cyclical", "low": 0.1, "high": 1, "halfPeriodEpochs": 2}},
          "trapezoid": {"peak": 1, "schedule":
            {"kind": "trapezoid", "low": 0.1, "high": 1, "end": 0.1, "riseEpochs": 2, "annealEpochs": 2}}}
        """;
    assertThatThrownBy(() -> read(CELL.replace("0.02 }", "0.02, " + schedules + "}")))
        .hasMessageContaining("schedules.stepwise.schedule.kind: must be stepwise, got");
  }

  @Test
  void is_named_where_it_is_not_there() {
    assertThatThrownBy(() -> CellFile.read(folder.resolve("none.json"), Scale.CI))
        .isInstanceOf(SpecException.class)
        .hasMessage(folder.resolve("none.json") + ": no such file; it must be a cell in JSON");
  }
}
