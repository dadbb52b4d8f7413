package org.sgdwalk.net;

/**
 * A point (1 - a) from + a to of one sweep. Workers tell points apart by identity: a new sweep has
 * new ones, as the vectors may have changed in between.
 */
final class Position {
  private final ParameterVector from;
  private final ParameterVector to;
  private final double a;
  private final Rounding rounding;

  Position(ParameterVector from, ParameterVector to, double a, Rounding rounding) {
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

  /** Whether it is an end of the line, which is no vector of its own. */
  boolean isEnd() {
    return a == 0 || a == 1;
  }

  Rounding rounding() {
    return rounding;
  }
}
