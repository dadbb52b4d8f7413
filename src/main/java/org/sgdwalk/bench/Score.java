package org.sgdwalk.bench;

/**
 * A score with its noise.
 *
 * @param value the mean over iterations, in the unit of its measure
 * @param error half the width of JMH's interval of 99.9 %, in the same unit; NaN where a single
 *     iteration measured none
 */
public record Score(double value, double error) {
  /** Whether an error was measured. */
  public boolean hasError() {
    return !Double.isNaN(error);
  }

  /** Whether the intervals of two scores share a point; false where one has no error. */
  public boolean overlaps(Score other) {
    return Math.abs(value - other.value) <= error + other.error;
  }

  /** This as a multiple of another; relative errors add in squares, to first order. */
  Score over(Score other) {
    double ratio = value / other.value;
    return new Score(ratio, Math.abs(ratio) * Math.hypot(error / value, other.error / other.value));
  }

  /** What this factor adds, in percent: 1.5 is 50. */
  Score beyondOne() {
    return new Score(100 * (value - 1), 100 * error);
  }
}
