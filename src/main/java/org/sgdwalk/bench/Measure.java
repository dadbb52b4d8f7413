package org.sgdwalk.bench;

import java.util.Locale;

/**
 * What is measured of a network.
 *
 * @param name in words
 * @param unit of its scores
 * @param kind how two scores compare
 */
public record Measure(String name, String unit, Kind kind) {
  /** L at points between two iterates. */
  public static final Measure CROSS_SECTION =
      new Measure("cross-section", "images*points/s", Kind.RATE);

  /** A point of it beside an evaluation's forward pass, which also counts correct images. */
  public static final Measure SECTION_COST =
      new Measure("cross-section", "forward passes a point", Kind.COST);

  /** The full gradient. */
  public static final Measure GRADIENT = new Measure("gradient", "images/s", Kind.RATE);

  /** The Hessian times a vector, at the theta of the product before. */
  public static final Measure HESSIAN_PRODUCT =
      new Measure("Hessian product", "gradients", Kind.COST);

  /** How two scores of a measure compare. */
  public enum Kind {
    /** The larger is the faster. */
    RATE,
    /** The smaller is the faster. */
    COST,
    /** As COST, but about zero, so that the ratio of two says nothing. */
    ADDED
  }

  /**
   * What a probe adds to an SGD step.
   *
   * @param probe its name in the benchmark, for example {@code CROSS_SECTION}
   * @param every steps from one probed step to the next
   */
  static Measure probe(String probe, String every) {
    String name =
        switch (probe) {
          case "ALL" -> "all probes";
          case "CROSS_SECTION" -> "probe: cross-section";
          case "HESSIAN_VECTOR" -> "probe: Hessian product";
          default -> "probe: " + probe.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    String when = every.equals("1") ? " at every step" : " at a step in " + every;
    return new Measure(name + when, "% of the step", Kind.ADDED);
  }
}
