package org.sgdwalk.trace;

import java.util.List;
import java.util.regex.Pattern;

/** A row being read, cell by cell in the order of the columns; twin of {@link CsvLine}. */
final class CsvRow {
  /** Nine digits fit an int and are more than any run has steps. */
  private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");

  private final List<String> columns;
  private final List<String> cells;
  private final String where;
  private int next;

  /** As many cells as columns; {@code where} names file and line for errors. */
  CsvRow(List<String> columns, List<String> cells, String where) {
    this.columns = columns;
    this.cells = cells;
    this.where = where;
  }

  /** An integer, 0 or more. */
  int integer() {
    String cell = cells.get(next);
    if (!INTEGER.matcher(cell).matches()) {
      throw error(columns.get(next), "'" + cell + "' is no integer from 0 to 999999999");
    }
    next++;
    return Integer.parseInt(cell);
  }

  /** A finite number. */
  double number() {
    if (cells.get(next).isEmpty()) {
      throw error(columns.get(next), "empty; it must be a number");
    }
    return numberOrNaN();
  }

  /** A finite number, or NaN for an empty cell. */
  double numberOrNaN() {
    try {
      double value = DecimalText.parse(cells.get(next));
      next++;
      return value;
    } catch (NumberFormatException e) {
      throw error(columns.get(next), String.valueOf(e.getMessage()));
    }
  }

  /** Whether every cell from here on is empty. */
  boolean restEmpty() {
    return cells.subList(next, cells.size()).stream().allMatch(String::isEmpty);
  }

  /** Whether the next cells are all empty; they are then skipped. */
  boolean skipEmpty(int count) {
    boolean empty = cells.subList(next, next + count).stream().allMatch(String::isEmpty);
    next += empty ? count : 0;
    return empty;
  }

  /** An error about the named column. */
  TraceException error(String column, String problem) {
    return new TraceException(where + ", column " + column + ": " + problem);
  }
}
