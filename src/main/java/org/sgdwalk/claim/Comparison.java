package org.sgdwalk.claim;

/** How an effect compares two walks, and so what no effect is. */
public enum Comparison {
  /** One minus the other; none is 0. */
  DIFFERENCE(0),
  /** One divided by the other, both positive; none is 1. It is tested as its logarithm. */
  RATIO(1);

  private final double none;

  Comparison(double none) {
    this.none = none;
  }

  /** The effect of arms that are alike. */
  public double none() {
    return none;
  }

  /** The effect on the scale on which it is tested, where none is 0. */
  public double centred(double effect) {
    return this == RATIO ? StrictMath.log(effect) : effect;
  }

  /** Where effects lie that are no farther from none than a margin, in words. */
  public String within(double margin) {
    return this == RATIO
        ? "between 1/%s and %s".formatted(margin, margin)
        : "within %s of 0".formatted(margin);
  }
}
