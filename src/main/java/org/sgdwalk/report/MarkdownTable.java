package org.sgdwalk.report;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table whose columns are aligned, so that it reads well as plain text too. */
public final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these column heads. */
  public MarkdownTable(List<String> heads) {
    row(heads);
  }

  /** Adds a row, one cell a column. */
  public MarkdownTable row(List<String> cells) {
    rows.add(cells.stream().map(MarkdownTable::escaped).toList());
    return this;
  }

  /** The table's lines, each ended by a line feed. */
  public String text() {
    List<String> heads = rows.get(0);
    int[] widths = new int[heads.size()];
    for (List<String> row : rows) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    append(text, heads, widths);
    append(text, heads.stream().map(head -> "").toList(), widths, '-');
    rows.subList(1, rows.size()).forEach(row -> append(text, row, widths));
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> row, int[] widths) {
    append(text, row, widths, ' ');
  }

  private static void append(StringBuilder text, List<String> row, int[] widths, char fill) {
    for (int c = 0; c < widths.length; c++) {
      String cell = row.get(c);
      text.append("| ").append(cell);
      text.append(String.valueOf(fill).repeat(widths[c] - cell.length())).append(' ');
    }
    text.append("|\n");
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|").replace('\n', ' ');
  }
}
