package org.sgdwalk.trace;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.SharpnessSpec;

/** The columns of {@code epochs.csv} that a run with the sharpness probe has. */
final class SharpnessColumns {
  static final List<String> NAMES =
      List.of(
          "spectral_norm",
          "lambda_max",
          "lambda_max_residual",
          "lambda_positive",
          "lambda_positive_residual",
          "hessian_products",
          "eta_lambda",
          "hessian_trace",
          "hessian_trace_error");

  /** Beside them, of a run that measures eval mode too. */
  static final List<String> EVAL_MODE_NAMES =
      List.of("eval_lambda_max", "eval_lambda_max_residual");

  /** As it was before there was the largest positive eigenvalue. */
  static final List<String> OLDER_NAMES =
      List.of(
          "spectral_norm",
          "lambda_max",
          "lambda_max_residual",
          "hessian_products",
          "eta_lambda_max",
          "hessian_trace",
          "hessian_trace_error");

  private SharpnessColumns() {}

  /** The columns that a spec asks for. */
  static List<String> names(SharpnessSpec spec) {
    return spec.evalMode()
        ? Stream.concat(NAMES.stream(), EVAL_MODE_NAMES.stream()).toList()
        : NAMES;
  }

  /** Empty cells where it was not measured. */
  static void write(@Nullable SharpnessRow row, SharpnessSpec spec, CsvLine line) {
    if (row == null) {
      line.empty(names(spec).size());
      return;
    }
    line.number(row.spectralNorm())
        .number(row.lambdaMax())
        .number(row.residual())
        .numberOrNaN(row.lambdaPositive())
        .numberOrNaN(row.positiveResidual())
        .integer(row.products())
        .numberOrNaN(row.etaLambda())
        .numberOrNaN(row.trace())
        .numberOrNaN(row.traceError());
    if (spec.evalMode()) {
      line.numberOrNaN(row.evalLambdaMax()).numberOrNaN(row.evalResidual());
    }
  }

  /**
   * Null for empty cells.
   *
   * @param older whether the table has the older columns
   */
  static @Nullable SharpnessRow read(CsvRow cells, SharpnessSpec spec, boolean older) {
    if (cells.skipEmpty(older ? OLDER_NAMES.size() : names(spec).size())) {
      return null;
    }
    double norm = cells.number();
    double lambdaMax = cells.number();
    if (norm != Math.abs(lambdaMax)) {
      throw cells.error("spectral_norm", "must be the magnitude of lambda_max, got " + norm);
    }
    return older
        ? older(lambdaMax, cells)
        : new SharpnessRow(
            lambdaMax,
            cells.number(),
            cells.numberOrNaN(),
            cells.numberOrNaN(),
            cells.integer(),
            cells.numberOrNaN(),
            cells.numberOrNaN(),
            cells.numberOrNaN(),
            spec.evalMode() ? cells.numberOrNaN() : Double.NaN,
            spec.evalMode() ? cells.numberOrNaN() : Double.NaN);
  }

  /** Where the eigenvalue of largest magnitude is positive, it is the largest positive one. */
  private static SharpnessRow older(double lambdaMax, CsvRow cells) {
    double residual = cells.number();
    int products = cells.integer();
    double eta = cells.number();
    boolean positive = lambdaMax > 0;
    return new SharpnessRow(
        lambdaMax,
        residual,
        positive ? lambdaMax : Double.NaN,
        positive ? residual : Double.NaN,
        products,
        positive ? eta : Double.NaN,
        cells.numberOrNaN(),
        cells.numberOrNaN());
  }
}
