package org.sgdwalk.stats;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A quadrature rule: sum_i w_i f(x_i) for the integral of f. From k Lanczos steps with start vector
 * v it gives v' f(H) v / v' v, exactly for polynomials f up to degree 2k - 1.
 *
 * @param nodes x_i, finite; at least one
 * @param weights w_i, 0 or more, one a node
 */
public record Quadrature(List<Double> nodes, List<Double> weights) {
  /** Checks the numbers and copies the lists. */
  public Quadrature {
    nodes = List.copyOf(nodes);
    weights = List.copyOf(weights);
    if (nodes.isEmpty() || nodes.size() != weights.size()) {
      throw new IllegalArgumentException(
          "a rule has at least one node and as many weights, got "
              + nodes.size()
              + " and "
              + weights.size());
    }
    Finite.require(nodes.stream().mapToDouble(x -> x).toArray(), "node");
    for (double weight : weights) {
      if (!(weight >= 0 && Double.isFinite(weight))) {
        throw new IllegalArgumentException("weights must be 0 or more and finite, got " + weight);
      }
    }
  }

  /**
   * The moment sum_i w_i x_i^power.
   *
   * @param power 0 or more
   */
  public double moment(int power) {
    return IntStream.range(0, nodes.size())
        .mapToDouble(i -> weights.get(i) * Math.pow(nodes.get(i), power))
        .sum();
  }
}
