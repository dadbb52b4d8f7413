package org.sgdwalk.trace;

/**
 * The covariance C = 1/N sum g_i g_i' - gbar gbar' of the per-example gradients at the end of an
 * epoch, of a network without batch norm; cells of {@code epochs.csv}. An alignment is u' C u / (tr
 * C / P) for a unit vector u: 1 on average over all directions; NaN where C is 0.
 *
 * @param trace tr C
 * @param largestVariance the largest variance of one parameter's gradient: C's largest diagonal
 *     entry
 * @param alongSharpest v1' C v1, v1 being the Hessian's eigenvector of largest magnitude
 * @param alignment that of v1
 * @param randomAlignment mean over some random directions
 * @param largestRandomAlignment the largest of them
 */
public record CovarianceRow(
    double trace,
    double largestVariance,
    double alongSharpest,
    double alignment,
    double randomAlignment,
    double largestRandomAlignment) {

  /**
   * The alignment of v1 within the span of the gradients: v1' C v1 / (tr C / r), where C of N
   * examples has rank r of N - 1 at most; NaN where C is 0. An alignment is that with r = P.
   *
   * @param examples number N of examples, 2 or more
   */
  public double alignmentInSpan(int examples) {
    double share = alongSharpest / trace;
    return share == 0 ? 0 : share * Math.min(alignment / share, examples - 1);
  }
}
