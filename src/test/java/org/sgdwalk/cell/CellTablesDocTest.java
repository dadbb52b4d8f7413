package org.sgdwalk.cell;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sgdwalk.WrittenDoc;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.words.Treatment;

/** The tables of {@code docs/claims.md} are those of {@code fixtures/cells}. */
class CellTablesDocTest {
  private static final Path DOC = Path.of("docs", "claims.md");

  private static final Map<String, List<String>> TABLES =
      Map.of(
          "mlp",
          List.of(
              "ci/mlp-fashion-mnist-3k",
              "ci/mlp-mnist-6k",
              "ci/mlp-slow-mnist-6k",
              "paper/mlp-mnist",
              "paper/mlp-fashion-mnist"),
          "ci",
          List.of(
              "ci/vgg11-fashion-mnist-3k",
              "ci/vgg11-250-fashion-mnist-3k",
              "ci/resnet8-fashion-mnist-3k",
              "ci/resnet8-250-fashion-mnist-3k",
              "ci/vgg11-cifar-10",
              "ci/resnet8-cifar-10"),
          "desk",
          List.of("desk/vgg11-cifar-10", "desk/resnet8-cifar-10"),
          "paper-lite",
          List.of(
              "paper-lite/mlp-mnist",
              "paper-lite/vgg11-cifar-10",
              "paper-lite/resnet56-cifar-10",
              "paper-lite/vgg11-3000-cifar-10",
              "paper-lite/vgg11-8000-tiny-imagenet"),
          "paper",
          List.of("paper/vgg11-cifar-10", "paper/resnet56-cifar-10", "paper/vgg11-tiny-imagenet"));

  /** A cell that lists its arms has no more. */
  private static final int FEW = 10;

  private static final Map<String, Function<NetworkCellSpec, String>> ROWS = rows();

  private static Map<String, Function<NetworkCellSpec, String>> rows() {
    Map<String, Function<NetworkCellSpec, String>> rows = new LinkedHashMap<>();
    rows.put("network", cell -> Treatment.network(cell.network()));
    rows.put("data", cell -> Treatment.data(cell.data()) + ", chunks of " + cell.data().chunk());
    rows.put("augmentation", cell -> cell.augmentation() == null ? "-" : "crop and flip");
    rows.put("batch", cell -> String.valueOf(cell.batch()));
    rows.put("learningRate", cell -> String.valueOf(cell.learningRate()));
    rows.put("updates", cell -> String.valueOf(cell.updates()));
    rows.put("points", cell -> String.valueOf(cell.points()));
    rows.put("probedFrom", cell -> String.valueOf(cell.probedFrom()));
    rows.put("valley", cell -> cell.window().toString());
    rows.put("epochs", cell -> numbers(cell.epochs()));
    rows.put("scaled", cell -> String.valueOf(cell.scaled()));
    rows.put("extended", cell -> String.valueOf(cell.extended()));
    rows.put("noise", cell -> String.valueOf(cell.noise()));
    rows.put("schedules", cell -> schedules(cell.schedules()));
    rows.put("arms", cell -> cell.arms().size() > FEW ? "-" : Arm.keys(cell.arms()));
    rows.put("without", cell -> cell.arms().size() > FEW ? without(cell) : "-");
    return rows;
  }

  /** Those of every network, less the cell's; a cell without schedules says so itself. */
  private static String without(NetworkCellSpec cell) {
    Set<Arm> without = EnumSet.allOf(Arm.class);
    without.removeAll(cell.arms());
    return without.isEmpty() ? "-" : Arm.keys(without);
  }

  private static String numbers(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(joining(", "));
  }

  private static String schedules(@Nullable Schedules schedules) {
    return schedules == null
        ? "-"
        : schedules.epochs()
            + " epochs; peaks "
            + Stream.of(
                    schedules.constant(),
                    schedules.stepwise(),
                    schedules.cyclical(),
                    schedules.trapezoid())
                .map(tuned -> String.valueOf(tuned.peak()))
                .collect(joining(", "));
  }

  @Test
  void the_document_has_the_numbers_and_reasons_of_the_files() throws IOException {
    for (Map.Entry<String, List<String>> part : TABLES.entrySet()) {
      WrittenDoc.holds(DOC, "CellTablesDocTest: " + part.getKey(), table(part.getValue()));
    }
  }

  @Test
  void every_reason_is_of_a_key_that_the_table_shows() {
    assertThat(specs(TABLES.values().stream().flatMap(List::stream).toList()))
        .allSatisfy(cell -> assertThat(ROWS.keySet()).containsAll(cell.why().keySet()));
  }

  private static List<NetworkCellSpec> specs(List<String> files) {
    return files.stream().map(CellFile::readResource).map(NetworkCellSpec.class::cast).toList();
  }

  private static String table(List<String> files) {
    List<NetworkCellSpec> cells = specs(files);
    List<String> ids = cells.stream().map(cell -> " `" + cell.id() + "`").toList();
    return "| key | "
        + files.stream()
            .map(file -> "`" + file.replaceFirst("/.*", "") + "`")
            .collect(joining(" | "))
        + " | why |\n|"
        + " --- |".repeat(cells.size() + 2)
        + "\n| id |"
        + String.join(" |", ids)
        + " | |\n"
        + ROWS.entrySet().stream()
            .map(row -> row(row.getKey(), row.getValue(), cells))
            .collect(joining());
  }

  private static String row(
      String key, Function<NetworkCellSpec, String> value, List<NetworkCellSpec> cells) {
    return "| `"
        + key
        + "` | "
        + cells.stream().map(value).collect(joining(" | "))
        + " | "
        + why(key, cells)
        + " |\n";
  }

  /** The first cell's reason, then what is said of others alone. */
  private static String why(String key, List<NetworkCellSpec> cells) {
    return cells.stream()
        .filter(cell -> cell.why().containsKey(key))
        .map(
            cell ->
                cell.equals(cells.get(0))
                    ? cell.why().get(key)
                    : "`" + cell.id() + "`: " + cell.why().get(key))
        .collect(joining("; "));
  }
}
