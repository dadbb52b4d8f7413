package org.sgdwalk.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
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
   * @param tables the rows of each table, in the order to be shown
   */
  public static String markdown(Map<PaperTable, List<PaperRow>> tables) {
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
