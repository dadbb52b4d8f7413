package org.sgdwalk.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.table.PaperRow;
import org.sgdwalk.table.PaperTable;
import org.sgdwalk.table.PaperValue;
import org.sgdwalk.words.Digits;

/** The paper's tables beside ours, for the page of verdicts. */
public final class PaperTables {
  private static final String NONE = "-";

  private PaperTables() {}

  /**
   * A section in Markdown.
   *
   * @param cells where ours may be
   * @param made the seeds of an arm of a cell whose runs were made
   */
  public static String markdown(List<Cell> cells, BiFunction<Cell, Arm, List<SeedTraces>> made) {
    Map<PaperTable, List<PaperRow>> tables = new EnumMap<>(PaperTable.class);
    for (PaperTable table : PaperTable.values()) {
      tables.put(table, table.beside(table.ofPaper(), cells, made));
    }
    return markdown(tables);
  }

  /**
   * A section in Markdown.
   *
   * @param tables the rows of each table, in the order to be shown
   */
  static String markdown(Map<PaperTable, List<PaperRow>> tables) {
    return "## The paper's tables\n\nOurs: mean over the seeds that were run. They decide nothing.\n\n"
        + tables.entrySet().stream()
            .map(table -> "### " + table.getKey().title() + "\n\n" + rows(table.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private static String rows(List<PaperRow> rows) {
    MarkdownTable table =
        new MarkdownTable(List.of("network", "data", "LR", "epoch", "paper", "ours", "seeds"));
    for (PaperRow row : rows) {
      PaperValue paper = row.paper();
      table.row(
          List.of(
              paper.network(),
              paper.data(),
              text(paper.learningRate()),
              String.valueOf(paper.epoch()),
              Digits.three(paper.value()),
              text(row.mean()),
              String.valueOf(row.ours().size())));
    }
    return table.text();
  }

  private static String text(OptionalDouble value) {
    return value.isEmpty() ? NONE : Digits.three(value.getAsDouble());
  }
}
