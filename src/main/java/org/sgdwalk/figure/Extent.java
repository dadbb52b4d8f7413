package org.sgdwalk.figure;

import java.util.List;
import java.util.stream.Stream;

/**
 * The y range that some curves need.
 *
 * @param low lower end; NaN when there is nothing to show
 * @param high upper end; NaN likewise
 */
record Extent(double low, double high) {
  /** Air above and below, as a part of the range. */
  private static final double MARGIN = 0.04;

  /** Around a single value on a logarithmic axis. */
  private static final double AROUND = 2;

  /** The range of all curves with some air. */
  static Extent of(Stream<Curve> curves) {
    return bare(curves).wider();
  }

  /** The range of positive curves on a logarithmic axis. */
  static Extent onLogarithms(Stream<Curve> curves) {
    Extent bare = bare(curves);
    // A single value has no range yet.
    return bare.low < bare.high
        ? bare.widerOnLogarithms()
        : onAxis(bare.low / AROUND, bare.high * AROUND);
  }

  private static Extent bare(Stream<Curve> curves) {
    List<Curve> all = curves.toList();
    return new Extent(
        min(all.stream().map(Curve::min)), -min(all.stream().map(curve -> -curve.max())));
  }

  /** Gives a panel this range, if there is one. */
  Panel apply(Panel panel) {
    return panel.range(low, high);
  }

  /** This range; from 0 to 1 when there is nothing to show; around a single value. */
  Extent orUnit() {
    if (Double.isNaN(low)) {
      return new Extent(0, 1);
    }
    double half = Math.max(Math.abs(low), 1) / 2;
    return low < high ? this : new Extent(low - half, high + half);
  }

  /** Gives this range of a logarithmic axis with air once more. */
  Extent widerOnLogarithms() {
    double factor = Math.pow(high / low, MARGIN);
    return onAxis(low / factor, high * factor);
  }

  /** A logarithmic axis has no place for 0 and infinity. */
  private static Extent onAxis(double low, double high) {
    return new Extent(Math.max(low, Double.MIN_NORMAL), Math.min(high, Double.MAX_VALUE));
  }

  /** Gives this range with air once more, for dots on its ends. */
  Extent wider() {
    double air = MARGIN * (high - low);
    return new Extent(low - air, high + air);
  }

  private static double min(Stream<Double> values) {
    return values
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite)
        .min()
        .orElse(Double.NaN);
  }
}
