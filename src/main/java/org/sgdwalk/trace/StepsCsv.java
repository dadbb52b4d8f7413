package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code steps.csv}: a header and one row an update, from step 1 on. Lines end with {@code \n};
 * numbers are as short as exact reading allows, the same on every JDK. Cosine, floor, its a, R^2,
 * alpha and numerical floor are empty where NaN; every cell of the cross-section is empty where the
 * probe did not run. Without the probe its columns are absent.
 */
public final class StepsCsv {
  private static final List<String> UPDATE_COLUMNS =
      List.of("step", "epoch", "lr", "batch_loss", "grad_norm", "cosine", "distance", "param_norm");

  private StepsCsv() {}

  /**
   * The columns, in order.
   *
   * @param points losses K of a cross-section ({@code loss_a00} and on), or 0 for a run without
   */
  public static List<String> columns(int points) {
    List<String> columns = new ArrayList<>(UPDATE_COLUMNS);
    columns.addAll(CrossSectionColumns.names(points));
    return List.copyOf(columns);
  }

  /**
   * The file's text.
   *
   * @param rows steps 1, 2, ...
   * @param points losses of each cross-section, or 0 for a run without
   * @param file name for errors
   * @throws TraceException for what could not be read back: steps out of order, a value that is
   *     infinite, or NaN where a number must be, another number of losses
   */
  public static String format(List<StepRow> rows, int points, String file) {
    List<String> columns = columns(points);
    List<CsvLine> lines = new ArrayList<>();
    for (StepRow row : rows) {
      // The header is line 1.
      String where = file + ": line " + (lines.size() + 2);
      if (row.step() != lines.size() + 1) {
        throw new TraceException(where + ", column step: " + outOfOrder(row, lines.size() + 1));
      }
      lines.add(line(row, points, new CsvLine(columns, where), where));
    }
    return CsvTable.format(columns, lines);
  }

  /**
   * The rows of the file's text; in one of before there was alpha that is NaN.
   *
   * @param text the whole file
   * @param points losses of each cross-section, or 0 for a run without
   * @param file name for errors
   * @throws TraceException that names file, line and column
   */
  public static List<StepRow> parse(String text, int points, String file) {
    List<String> columns = columns(points);
    boolean alpha = points == 0 || hasAlpha(text);
    if (!alpha) {
      columns = columns.stream().filter(c -> !c.equals(CrossSectionColumns.ALPHA)).toList();
    }
    List<StepRow> rows = new ArrayList<>();
    for (CsvRow cells : CsvTable.parse(text, columns, file)) {
      StepRow row = row(cells, points, alpha);
      if (row.step() != rows.size() + 1) {
        throw cells.error("step", outOfOrder(row, rows.size() + 1));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Whether a file's text has the column: those of before there was alpha have not. */
  static boolean hasAlpha(String text) {
    return CsvTable.hasColumn(text, CrossSectionColumns.ALPHA);
  }

  private static String outOfOrder(StepRow row, int expected) {
    return "steps ascend by one from 1; must be " + expected + ", got " + row.step();
  }

  private static CsvLine line(StepRow row, int points, CsvLine line, String where) {
    line.integer(row.step())
        .integer(row.epoch())
        .number(row.learningRate())
        .number(row.batchLoss())
        .number(row.gradNorm())
        .numberOrNaN(row.cosine())
        .number(row.distance())
        .number(row.paramNorm());
    CrossSectionColumns.write(row.crossSection(), points, line, where);
    return line;
  }

  /** Java evaluates arguments from left to right, which is the order of the columns. */
  private static StepRow row(CsvRow cells, int points, boolean alpha) {
    return new StepRow(
        cells.integer(),
        cells.integer(),
        cells.number(),
        cells.number(),
        cells.number(),
        cells.numberOrNaN(),
        cells.number(),
        cells.number(),
        CrossSectionColumns.read(cells, points, alpha));
  }
}
