package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;

/** A row being written, cell by cell in the order of the columns; twin of {@link CsvRow}. */
final class CsvLine {
  private final List<String> columns;
  private final String where;
  private final List<String> cells = new ArrayList<>();

  /** {@code where} names file and line for errors. */
  CsvLine(List<String> columns, String where) {
    this.columns = columns;
    this.where = where;
  }

  CsvLine integer(int value) {
    cells.add(Integer.toString(value));
    return this;
  }

  /** A cell that must have a number: NaN is an error, as an infinite value is. */
  CsvLine number(double value) {
    if (Double.isNaN(value)) {
      throw error("must be a number, got NaN");
    }
    return numberOrNaN(value);
  }

  /** A cell that NaN leaves empty. */
  CsvLine numberOrNaN(double value) {
    try {
      cells.add(DecimalText.format(value));
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
    return this;
  }

  /** Leaves the next cells empty. */
  CsvLine empty(int count) {
    for (int i = 0; i < count; i++) {
      cells.add("");
    }
    return this;
  }

  /** Leaves the remaining cells empty. */
  CsvLine restEmpty() {
    while (cells.size() < columns.size()) {
      cells.add("");
    }
    return this;
  }

  List<String> cells() {
    return List.copyOf(cells);
  }

  private TraceException error(String problem) {
    return new TraceException(where + ", column " + columns.get(cells.size()) + ": " + problem);
  }
}
