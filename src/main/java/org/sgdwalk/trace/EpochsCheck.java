package org.sgdwalk.trace;

import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.CovarianceSpec;
import org.sgdwalk.spec.LearningRate;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;

/** Holds the content of {@code epochs.csv} against its ranges and what follows from other cells. */
final class EpochsCheck {
  private final RunSpec spec;
  private final boolean crossEntropy;
  private final LearningRate learningRate;

  private EpochsCheck(RunSpec spec) {
    this.spec = spec;
    this.crossEntropy = !(spec.network() instanceof NetworkSpec.Quadratic);
    this.learningRate = LearningRate.of(spec);
  }

  /**
   * Checks every row of a trace that fits its timetable.
   *
   * @param file name for errors
   * @throws TraceException that names file, line and column
   */
  static void check(Trace trace, String file) {
    EpochsCheck check = new EpochsCheck(trace.manifest().spec());
    for (int i = 0; i < trace.epochs().size(); i++) {
      check.row(trace.epochs().get(i), new TablePlace(file, i));
    }
  }

  private void row(EpochRow row, TablePlace place) {
    loss("train_loss", row.trainLoss(), place);
    accuracy("train_accuracy", row.trainAccuracy(), place);
    loss("val_loss", row.valLoss(), place);
    accuracy("val_accuracy", row.valAccuracy(), place);
    SharpnessSpec asked = spec.probes().sharpness();
    if (row.sharpness() != null && asked != null) {
      sharpness(row.step(), row.sharpness(), asked, place);
    }
    CovarianceSpec covariance = spec.probes().covariance();
    boolean measured = row.sharpness() != null && covariance != null;
    if (measured != (row.covariance() != null)) {
      throw place.error(
          CovarianceColumns.NAMES.get(0),
          measured
              ? "must be a number: the curvature is measured there"
              : "must be empty: the curvature is not measured there");
    }
    covariance(row.covariance(), place);
  }

  private void loss(String column, double loss, TablePlace place) {
    double least = crossEntropy ? 0 : Double.NEGATIVE_INFINITY;
    if (!(loss >= least)) {
      place.requireMagnitude(column, loss);
    }
  }

  private void accuracy(String column, double accuracy, TablePlace place) {
    if (crossEntropy) {
      place.requireWithin(column, 0, 1, accuracy);
    } else {
      place.requireThere(column, false, accuracy, "the surface has no examples");
    }
  }

  private void sharpness(int step, SharpnessRow row, SharpnessSpec asked, TablePlace place) {
    place.requireMagnitude("lambda_max_residual", row.residual());
    positive(row, place);
    double rate = learningRate.at(Math.min(step + 1, spec.updates()));
    place.requireSame(
        "eta_lambda",
        rate * row.lambdaPositive(),
        row.etaLambda(),
        "lambda_positive and the manifest's spec");
    if (row.products() < 1) {
      throw place.error("hessian_products", "must be 1 or more, got " + row.products());
    }
    place.requireThere(
        "hessian_trace", asked.traceProbes() > 0, row.trace(), asked.traceProbes() + " probes");
    place.requireThere(
        "hessian_trace_error",
        asked.traceProbes() > 1,
        row.traceError(),
        asked.traceProbes() + " probes");
    if (asked.traceProbes() > 1) {
      place.requireMagnitude("hessian_trace_error", row.traceError());
    }
    boolean eval = asked.evalMode() && !Double.isNaN(row.evalLambdaMax());
    place.requireThere(
        "eval_lambda_max_residual",
        eval,
        row.evalResidual(),
        eval ? "eval_lambda_max is there" : "there is no eval_lambda_max");
    if (eval) {
      place.requireMagnitude("eval_lambda_max_residual", row.evalResidual());
    }
  }

  /** Where the eigenvalue of largest magnitude is positive, no other is larger. */
  private static void positive(SharpnessRow row, TablePlace place) {
    place.requireThere(
        "lambda_positive_residual",
        !Double.isNaN(row.lambdaPositive()),
        row.positiveResidual(),
        "lambda_positive is " + TablePlace.shown(row.lambdaPositive()));
    if (row.lambdaMax() > 0) {
      place.requireSame("lambda_positive", row.lambdaMax(), row.lambdaPositive(), "lambda_max");
    }
    if (!Double.isNaN(row.lambdaPositive())) {
      place.requireWithin("lambda_positive", 0, row.spectralNorm(), row.lambdaPositive());
      place.requireMagnitude("lambda_positive_residual", row.positiveResidual());
    }
  }

  private static void covariance(@Nullable CovarianceRow row, TablePlace place) {
    if (row == null) {
      return;
    }
    place.requireMagnitude("covariance_trace", row.trace());
    place.requireMagnitude("max_parameter_variance", row.largestVariance());
    place.requireMagnitude("v1_C_v1", row.alongSharpest());
    String because = "the trace is " + TablePlace.shown(row.trace());
    boolean varies = row.trace() > 0;
    place.requireThere("alignment", varies, row.alignment(), because);
    place.requireThere("random_alignment", varies, row.randomAlignment(), because);
    place.requireThere("max_random_alignment", varies, row.largestRandomAlignment(), because);
    if (varies) {
      place.requireMagnitude("alignment", row.alignment());
      place.requireMagnitude("max_random_alignment", row.largestRandomAlignment());
      // The mean of equal numbers may be rounded up.
      double most = row.largestRandomAlignment() * (1 + 1e-12);
      place.requireWithin("random_alignment", 0, most, row.randomAlignment());
    }
  }
}
