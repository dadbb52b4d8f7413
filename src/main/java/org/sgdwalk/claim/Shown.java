package org.sgdwalk.claim;

import java.util.List;
import java.util.stream.Stream;

/**
 * A panel of a claim's own figure.
 *
 * @param quantities what is drawn of each arm, over one axis
 * @param arms the arms, in the order of the legend
 * @param lines values of the quantities that the criterion names; mostly none or one
 */
public record Shown(List<Quantity> quantities, List<Arm> arms, List<Double> lines) {
  /** Copies the lists. */
  public Shown {
    quantities = List.copyOf(quantities);
    arms = List.copyOf(arms);
    lines = List.copyOf(lines);
  }

  /** A quantity of some arms. */
  public static Shown of(Quantity quantity, Arm... arms) {
    return new Shown(List.of(quantity), List.of(arms), List.of());
  }

  /** The same with a line at a value. */
  public Shown at(double line) {
    return new Shown(quantities, arms, Stream.concat(lines.stream(), Stream.of(line)).toList());
  }

  /** The same with another quantity beside. */
  public Shown beside(Quantity other) {
    return new Shown(Stream.concat(quantities.stream(), Stream.of(other)).toList(), arms, lines);
  }
}
