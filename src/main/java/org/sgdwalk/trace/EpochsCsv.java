package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code epochs.csv}: a header and one row an evaluated epoch, ascending. Written like {@link
 * StepsCsv}; a loss or accuracy that is NaN (not defined) is an empty cell.
 */
public final class EpochsCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of("epoch", "step", "train_loss", "train_accuracy", "val_loss", "val_accuracy");

  private EpochsCsv() {}

  /**
   * The file's text.
   *
   * @param rows evaluated epochs, ascending
   * @param file name for errors
   * @throws TraceException for what could not be read back: epochs that do not ascend, an infinite
   *     value
   */
  public static String format(List<EpochRow> rows, String file) {
    List<CsvLine> lines = new ArrayList<>();
    int previous = -1;
    for (EpochRow row : rows) {
      // The header is line 1.
      String where = file + ": line " + (lines.size() + 2);
      if (row.epoch() <= previous) {
        throw new TraceException(where + ", column epoch: " + outOfOrder(row, previous));
      }
      previous = row.epoch();
      lines.add(
          new CsvLine(COLUMNS, where)
              .integer(row.epoch())
              .integer(row.step())
              .numberOrNaN(row.trainLoss())
              .numberOrNaN(row.trainAccuracy())
              .numberOrNaN(row.valLoss())
              .numberOrNaN(row.valAccuracy()));
    }
    return CsvTable.format(COLUMNS, lines);
  }

  /**
   * The rows of the file's text.
   *
   * @param text the whole file
   * @param file name for errors
   * @throws TraceException that names file, line and column
   */
  public static List<EpochRow> parse(String text, String file) {
    List<EpochRow> rows = new ArrayList<>();
    int previous = -1;
    for (CsvRow cells : CsvTable.parse(text, COLUMNS, file)) {
      EpochRow row =
          new EpochRow(
              cells.integer(),
              cells.integer(),
              cells.numberOrNaN(),
              cells.numberOrNaN(),
              cells.numberOrNaN(),
              cells.numberOrNaN());
      if (row.epoch() <= previous) {
        throw cells.error("epoch", outOfOrder(row, previous));
      }
      previous = row.epoch();
      rows.add(row);
    }
    return rows;
  }

  private static String outOfOrder(EpochRow row, int previous) {
    return "epochs ascend; must be above " + previous + ", got " + row.epoch();
  }
}
