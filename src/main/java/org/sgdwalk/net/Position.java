package org.sgdwalk.net;

/**
 * A point (1 - a) from + a to of a line. Workers tell points apart by identity: a new sweep has new
 * ones, as the vectors may have changed in between.
 */
public final class Position {
  private final ParameterVector from;
  private final ParameterVector to;
  private final double a;
  private final Rounding rounding;

  /** The point at {@code a} between two thetas; 0 and 1 are the ends exactly. */
  public Position(ParameterVector from, ParameterVector to, double a, Rounding rounding) {
    this.from = from;
    this.to = to;
    this.a = a;
    this.rounding = rounding;
  }

  ParameterVector from() {
    return from;
  }

  ParameterVector to() {
    return to;
  }

  double a() {
    return a;
  }

  Rounding rounding() {
    return rounding;
  }

  /** Whether it is an end of the line, which is a vector already. */
  public boolean isEnd() {
    return a == 0 || a == 1;
  }

  /**
   * That end.
   *
   * @throws IllegalStateException for a point between
   */
  public ParameterVector end() {
    if (!isEnd()) {
      throw new IllegalStateException("a = " + a + " is between the ends");
    }
    return a == 0 ? from : to;
  }

  /** Writes the components from {@code first} on, as many as the vector has. */
  public void writeTo(ParameterVector part, int first) {
    part.between(from, to, a, rounding, first);
  }
}
