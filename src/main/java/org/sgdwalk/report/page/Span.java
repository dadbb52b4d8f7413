package org.sgdwalk.report.page;

/**
 * A range of numbers along a range of coordinates.
 *
 * @param low the number at {@code from}
 * @param high the number at {@code to}
 * @param from coordinate
 * @param to coordinate
 */
record Span(double low, double high, double from, double to) {
  /** A range of one number alone is widened, so that it has a middle. */
  Span {
    if (!(low < high)) {
      double half = Math.max(Math.abs(low), 1e-12) / 2;
      low -= half;
      high += half;
    }
  }

  /** Where a number lies; one beyond an end lies at the end. */
  double at(double x) {
    double part = (Math.min(Math.max(x, low), high) - low) / (high - low);
    return from + part * (to - from);
  }
}
