package org.sgdwalk.stats;

import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * Hutchinson's estimate of an operator's trace: the mean of v' H v over random v with independent
 * components of mean 0 and variance 1.
 *
 * <p>Source: M. F. Hutchinson, A Stochastic Estimator of the Trace of the Influence Matrix,
 * Communications in Statistics 18 (1989).
 *
 * @param trace the mean, in the operator's unit
 * @param standardError sample standard deviation over sqrt(probes); NaN for one probe
 * @param probes number of random vectors
 */
public record TraceEstimate(double trace, double standardError, int probes) {

  /**
   * The estimate from quadratic forms.
   *
   * @param forms v' H v, at least one, finite; not modified
   * @throws IllegalArgumentException for none, NaN or infinity
   */
  public static TraceEstimate of(double[] forms) {
    if (forms.length == 0) {
      throw new IllegalArgumentException("a trace needs at least one quadratic form, got none");
    }
    Finite.require(forms, "quadratic form");
    StreamingStatistics statistics = new StreamingStatistics();
    for (double form : forms) {
      statistics.addValue(form);
    }
    double error =
        forms.length == 1
            ? Double.NaN
            : statistics.getStandardDeviation() / Math.sqrt(forms.length);
    return new TraceEstimate(statistics.getMean(), error, forms.length);
  }
}
