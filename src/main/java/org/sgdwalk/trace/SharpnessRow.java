package org.sgdwalk.trace;

/**
 * The Hessian of L at the end of an epoch, batch norm in train mode but for the last two; cells of
 * {@code epochs.csv}.
 *
 * @param lambdaMax the eigenvalue of largest magnitude, with its sign
 * @param residual norm2 of H v - lambdaMax v for its unit vector v: an eigenvalue lies within it
 * @param lambdaPositive the largest positive eigenvalue; NaN where none was found, and in traces of
 *     before there was this column
 * @param positiveResidual the same of it
 * @param products Hessian-vector products taken for the eigenvalues
 * @param etaLambda lambdaPositive times the learning rate of the update that follows, of the last
 *     one at the end of the run: below 1, 1 to 2 and above 2 are the regimes of appendix E
 * @param trace Hutchinson's estimate of the trace; NaN where not asked for
 * @param traceError its standard error; NaN for fewer than two random vectors
 * @param evalLambdaMax the eigenvalue of largest magnitude with batch norm in eval mode; NaN where
 *     not asked for
 * @param evalResidual its residual
 */
public record SharpnessRow(
    double lambdaMax,
    double residual,
    double lambdaPositive,
    double positiveResidual,
    int products,
    double etaLambda,
    double trace,
    double traceError,
    double evalLambdaMax,
    double evalResidual) {

  /** Without eval mode. */
  public SharpnessRow(
      double lambdaMax,
      double residual,
      double lambdaPositive,
      double positiveResidual,
      int products,
      double etaLambda,
      double trace,
      double traceError) {
    this(
        lambdaMax,
        residual,
        lambdaPositive,
        positiveResidual,
        products,
        etaLambda,
        trace,
        traceError,
        Double.NaN,
        Double.NaN);
  }

  /** The Hessian's spectral norm. */
  public double spectralNorm() {
    return Math.abs(lambdaMax);
  }

  /** That with batch norm in eval mode; NaN where not asked for. */
  public double evalSpectralNorm() {
    return Math.abs(evalLambdaMax);
  }
}
