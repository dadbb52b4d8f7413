package org.sgdwalk.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.judge.Scenario;

@DisplayName("The paper's tables")
class PaperTableTest {
  private static final Cell CELL = Scenario.CELL;

  @Test
  void has_every_number_of_table_1_but_the_one_that_it_leaves_out() {
    List<PaperValue> table = PaperTable.BARRIERS.ofPaper();

    assertThat(values(table, "vgg11")).containsExactly(0.0, 0.0, 5.0, 13.0);
    assertThat(values(table, "resnet")).containsExactly(0.0, 0.0, 2.0, 23.0);
    assertThat(values(table, "mlp")).containsExactly(0.0, 3.0, 5.0);
    assertThat(table)
        .hasSize(11)
        .allSatisfy(
            v ->
                assertThat(v.learningRate())
                    .isEqualTo(
                        v.network().equals("vgg11")
                            ? OptionalDouble.of(0.1)
                            : OptionalDouble.empty()));
  }

  @Test
  void has_every_number_of_table_2() {
    List<PaperValue> table = PaperTable.HEIGHTS.ofPaper();

    assertThat(values(table, "vgg11"))
        .containsExactly(0.0625, 0.0199, 0.0104, 0.0025, 0.0102, 0.0050, 0.0035, 0.0011);
    assertThat(values(table, "resnet"))
        .containsExactly(0.0380, 0.0131, 0.0094, 0.0017, 0.0084, 0.0034, 0.0020, 0.0013);
    assertThat(table).hasSize(16).extracting(PaperValue::epoch).startsWith(1, 10, 25, 100);
    assertThat(table)
        .extracting(v -> v.learningRate().orElse(0))
        .containsOnly(0.1, 0.05, 0.3, 0.15);
  }

  @Test
  void sets_barriers_above_the_numerical_floor_beside_the_papers() {
    PaperValue paper = paper(OptionalDouble.empty(), 3);
    Scenario scenario =
        (arm, walk) ->
            walk.section(
                    (step, epoch) ->
                        SyntheticWalk.barrier(epoch == 3 && step % 4 == 0 ? 0.1 : 0.001))
                .numericalFloor(0.01);

    PaperRow row = beside(PaperTable.BARRIERS, paper, scenario);

    // Of the 20 updates of epoch 3, 41 to 60.
    assertThat(row.ours()).containsExactly(5.0, 5.0);
    assertThat(row.mean()).hasValue(5);
  }

  @Test
  void sets_the_mean_height_of_the_run_with_the_papers_rate_beside_it() {
    Scenario scenario = (arm, walk) -> walk.height(epoch -> (arm == Arm.LONG ? 2.0 : 1.0) / epoch);

    PaperRow full = beside(PaperTable.HEIGHTS, paper(OptionalDouble.of(0.1), 3), scenario);
    PaperRow half = beside(PaperTable.HEIGHTS, paper(OptionalDouble.of(0.05), 7), scenario);

    assertThat(full.mean().orElseThrow()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(half.mean().orElseThrow()).isCloseTo(1.0 / 7, within(1e-12));
  }

  @ParameterizedTest(name = "rate {0}, epoch {1}, network {2}")
  @CsvSource({"0.2, 3, mlp", "0.1, 4, mlp", "0.1, 3, vgg11"})
  void has_nothing_beside_another_rate_epoch_or_network(double rate, int epoch, String network) {
    PaperValue paper =
        new PaperValue(network, "fashion-mnist-3k", OptionalDouble.of(rate), epoch, 1);

    PaperRow row = beside(PaperTable.HEIGHTS, paper, (arm, walk) -> walk.height(e -> 1));

    assertThat(row.ours()).isEmpty();
    assertThat(row.mean()).isEmpty();
  }

  @Test
  void leaves_diverged_runs_out() {
    PaperRow row =
        beside(
            PaperTable.HEIGHTS,
            paper(OptionalDouble.of(0.1), 1),
            (arm, walk) -> walk.height(e -> 1).divergedAt(30));

    assertThat(row.ours()).isEmpty();
  }

  /** Which networks, data, rates and epochs the rows are about must be those of the cells. */
  @ParameterizedTest
  @EnumSource(PaperTable.class)
  void finds_a_run_for_every_row_of_the_papers_tables(PaperTable table) {
    List<PaperRow> rows =
        table.beside(
            table.ofPaper(),
            Catalog.cells(Scale.PAPER),
            (cell, arm) ->
                seeds(cell, arm, (a, walk) -> walk.section((s, e) -> SyntheticWalk.bowl(1, 1))));

    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.ours()).hasSize(2));
  }

  /** Table 2 has 0.3 and 0.15 for ResNet-56; table 1 names no rate. */
  @Test
  void takes_the_runs_of_the_rows_own_cell_and_rate() {
    Set<List<String>> taken = new HashSet<>();
    for (PaperTable table : PaperTable.values()) {
      table.beside(
          table.ofPaper(),
          Catalog.cells(Scale.PAPER),
          (cell, arm) -> {
            taken.add(List.of(table.name(), cell.id(), arm.name()));
            return List.of();
          });
    }

    assertThat(taken)
        .containsExactlyInAnyOrder(
            List.of("BARRIERS", "mlp/mnist", "LONG"),
            List.of("BARRIERS", "vgg11/cifar-10", "LONG"),
            List.of("BARRIERS", "resnet56/cifar-10", "LONG"),
            List.of("HEIGHTS", "vgg11/cifar-10", "LONG"),
            List.of("HEIGHTS", "vgg11/cifar-10", "LONG_LOW_RATE"),
            List.of("HEIGHTS", "resnet56/cifar-10", "LONG"),
            List.of("HEIGHTS", "resnet56/cifar-10", "LONG_LOW_RATE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network,data,epoch,value; | columns must be",
        "network,data,learning_rate,epoch,value;mlp,mnist,,1; | line 2: must have 5 cells, got 4",
        "network,data,learning_rate,epoch,value;mlp,mnist,,1,-; | line 2: learning_rate, epoch and value",
        "network,data,learning_rate,epoch,value;mlp,mnist,x,1,2; | must be numbers",
      })
  void names_what_is_wrong(String text, String message) {
    StringReader table = new StringReader(text.replace(';', '\n'));

    assertThatThrownBy(() -> PaperValue.read(table, "table.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("table.csv")
        .hasMessageContaining(message);
  }

  private static PaperValue paper(OptionalDouble rate, int epoch) {
    return new PaperValue("mlp", "fashion-mnist-3k", rate, epoch, 1);
  }

  private static PaperRow beside(PaperTable table, PaperValue paper, Scenario scenario) {
    return table
        .beside(List.of(paper), List.of(CELL), (cell, arm) -> seeds(cell, arm, scenario))
        .get(0);
  }

  private static List<SeedTraces> seeds(Cell cell, Arm arm, Scenario scenario) {
    return IntStream.rangeClosed(1, 2)
        .mapToObj(
            seed -> {
              SyntheticWalk walk = new SyntheticWalk(cell.spec(arm, seed));
              scenario.shape(arm, walk);
              return new SeedTraces(seed, cell, Map.of(arm, walk.trace()));
            })
        .toList();
  }

  private static List<Double> values(List<PaperValue> table, String network) {
    return table.stream()
        .filter(value -> value.network().equals(network))
        .map(PaperValue::value)
        .toList();
  }
}
