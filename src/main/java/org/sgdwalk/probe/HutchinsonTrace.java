package org.sgdwalk.probe;

import java.util.stream.IntStream;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.stats.TraceEstimate;

/**
 * An operator's trace from products with Rademacher vectors, which of all independent components
 * have the least variance: 2 times the sum of squares off the diagonal.
 */
public final class HutchinsonTrace {
  private HutchinsonTrace() {}

  /**
   * Estimates the trace.
   *
   * @param probes random vectors, each one product; at least 1
   */
  public static TraceEstimate estimate(
      LinearOperator operator, RandomDirections directions, int probes) {
    return TraceEstimate.of(
        IntStream.range(0, probes)
            .mapToDouble(
                probe -> {
                  ParameterVector v = directions.signs();
                  return v.dot(operator.times(v));
                })
            .toArray());
  }
}
