package org.sgdwalk.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of {@code epochs.csv} that a run with the covariance probe has. */
final class CovarianceColumns {
  static final List<String> NAMES =
      List.of(
          "covariance_trace",
          "max_parameter_variance",
          "v1_C_v1",
          "alignment",
          "random_alignment",
          "max_random_alignment");

  private CovarianceColumns() {}

  /** Empty cells where it was not measured. */
  static void write(@Nullable CovarianceRow row, CsvLine line) {
    if (row == null) {
      line.empty(NAMES.size());
      return;
    }
    line.number(row.trace())
        .number(row.largestVariance())
        .number(row.alongSharpest())
        .numberOrNaN(row.alignment())
        .numberOrNaN(row.randomAlignment())
        .numberOrNaN(row.largestRandomAlignment());
  }

  /** Null for empty cells. */
  static @Nullable CovarianceRow read(CsvRow cells) {
    return cells.skipEmpty(NAMES.size())
        ? null
        : new CovarianceRow(
            cells.number(),
            cells.number(),
            cells.number(),
            cells.numberOrNaN(),
            cells.numberOrNaN(),
            cells.numberOrNaN());
  }
}
