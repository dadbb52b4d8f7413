package org.sgdwalk.stats;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Density of a symmetric operator's eigenvalues by stochastic Lanczos quadrature: the mean of the
 * rules of several random start vectors, each node widened to a normal curve.
 *
 * <p>Source: B. Ghorbani, S. Krishnan, Y. Xiao, An Investigation into Neural Net Optimization via
 * Hessian Eigenvalue Density (2019), section 2.
 *
 * @param grid uniform points, ascending, in the operator's unit
 * @param values density at these points, 0 or more; its integral is 1
 * @param width standard deviation of the normal curves, in the operator's unit
 * @param probes number of start vectors
 */
public record SpectralDensity(List<Double> grid, List<Double> values, double width, int probes) {
  /** The fewest points that have room for a node's curve. */
  public static final int MIN_POINTS = 20;

  /** Grid spacings a standard deviation: narrower than two, sums over the grid miss the peaks. */
  private static final double SPACINGS = 2;

  /** Standard deviations beyond the outermost nodes: 6e-5 of a curve lies farther out. */
  private static final double MARGIN = 4;

  /** Copies the lists. */
  public SpectralDensity {
    grid = List.copyOf(grid);
    values = List.copyOf(values);
  }

  /**
   * The density of some rules.
   *
   * @param rules one a start vector, at least one, the weights of each adding up to 1
   * @param points points of the grid, at least {@value #MIN_POINTS}; they set the width too
   * @throws IllegalArgumentException for no rule or too few points
   */
  public static SpectralDensity of(List<Quadrature> rules, int points) {
    if (rules.isEmpty() || points < MIN_POINTS) {
      throw new IllegalArgumentException(
          "a density needs a rule and "
              + MIN_POINTS
              + " points, got "
              + rules.size()
              + " and "
              + points);
    }
    double low = nodes(rules).min().orElseThrow();
    double high = nodes(rules).max().orElseThrow();
    double spacing = spacing(low, high, points);
    double first = (low + high - (points - 1) * spacing) / 2;
    double width = SPACINGS * spacing;
    List<Double> grid = IntStream.range(0, points).mapToObj(i -> first + i * spacing).toList();
    return new SpectralDensity(
        grid, grid.stream().map(x -> density(rules, x, width)).toList(), width, rules.size());
  }

  /**
   * Nodes and margins fill the grid. Nodes that are all the same leave the width open; it is then
   * such that the grid spans a thousandth of their magnitude, or of 1 for zeros.
   */
  private static double spacing(double low, double high, int points) {
    double room = points - 1 - 2 * MARGIN * SPACINGS;
    double magnitude = Math.max(Math.abs(low), Math.abs(high));
    double least = 1e-3 * (magnitude == 0 ? 1 : magnitude) / points;
    return Math.max((high - low) / room, least);
  }

  private static DoubleStream nodes(List<Quadrature> rules) {
    return rules.stream().flatMap(rule -> rule.nodes().stream()).mapToDouble(x -> x);
  }

  private static double density(List<Quadrature> rules, double x, double width) {
    double sum = 0;
    for (Quadrature rule : rules) {
      for (int i = 0; i < rule.nodes().size(); i++) {
        double z = (x - rule.nodes().get(i)) / width;
        sum += rule.weights().get(i) * Math.exp(-z * z / 2);
      }
    }
    return sum / (rules.size() * width * Math.sqrt(2 * Math.PI));
  }
}
