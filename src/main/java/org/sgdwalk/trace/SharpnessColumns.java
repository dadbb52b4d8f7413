package org.sgdwalk.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of {@code epochs.csv} that a run with the sharpness probe has. */
final class SharpnessColumns {
  static final List<String> NAMES =
      List.of(
          "spectral_norm",
          "lambda_max",
          "lambda_max_residual",
          "hessian_products",
          "eta_lambda_max",
          "hessian_trace",
          "hessian_trace_error");

  private SharpnessColumns() {}

  /** Empty cells where it was not measured. */
  static void write(@Nullable SharpnessRow row, CsvLine line) {
    if (row == null) {
      line.empty(NAMES.size());
      return;
    }
    line.number(row.spectralNorm())
        .number(row.lambdaMax())
        .number(row.residual())
        .integer(row.products())
        .number(row.etaLambdaMax())
        .numberOrNaN(row.trace())
        .numberOrNaN(row.traceError());
  }

  /** Null for empty cells. */
  static @Nullable SharpnessRow read(CsvRow cells) {
    if (cells.skipEmpty(NAMES.size())) {
      return null;
    }
    double norm = cells.number();
    double lambdaMax = cells.number();
    if (norm != Math.abs(lambdaMax)) {
      throw cells.error("spectral_norm", "must be the magnitude of lambda_max, got " + norm);
    }
    return new SharpnessRow(
        lambdaMax,
        cells.number(),
        cells.integer(),
        cells.number(),
        cells.numberOrNaN(),
        cells.numberOrNaN());
  }
}
