package org.sgdwalk.trace;

/** A cell of a table, for errors. */
final class TablePlace {
  /** The header is line 1. */
  private static final int FIRST_LINE = 2;

  private final String file;
  private final int line;

  /**
   * A row.
   *
   * @param index 0-based, of the rows below the header
   */
  TablePlace(String file, int index) {
    this.file = file;
    this.line = index + FIRST_LINE;
  }

  /** An error about the named column. */
  TraceException error(String column, String problem) {
    return new TraceException(file + ": line " + line + ", column " + column + ": " + problem);
  }

  /** Requires the very number that follows from other cells or from the spec; NaN is empty. */
  void requireSame(String column, double expected, double got, String because) {
    // -0 and 0 are one number, and NaN is itself.
    if (expected != got && !(Double.isNaN(expected) && Double.isNaN(got))) {
      throw error(column, "must be " + shown(expected) + " by " + because + ", got " + shown(got));
    }
  }

  /** Requires a number that is there and 0 or more. */
  void requireMagnitude(String column, double got) {
    requireWithin(column, 0, Double.POSITIVE_INFINITY, got);
  }

  /** Requires a number that is there and between two others. */
  void requireWithin(String column, double least, double most, double got) {
    if (!(got >= least && got <= most)) {
      String range =
          Double.isInfinite(most)
              ? "a number of " + shown(least) + " or more"
              : "a number from " + shown(least) + " to " + shown(most);
      throw error(column, "must be " + range + ", got " + shown(got));
    }
  }

  /** Requires an empty cell where there can be no value, and a number where there must be one. */
  void requireThere(String column, boolean expected, double got, String because) {
    if (Double.isNaN(got) == expected) {
      throw error(
          column,
          (expected ? "must be a number: " : "must be empty: ") + because + ", got " + shown(got));
    }
  }

  static String shown(double x) {
    return Double.isNaN(x) ? "nothing" : Double.isInfinite(x) ? "infinity" : DecimalText.format(x);
  }
}
