package org.sgdwalk.claim;

/**
 * A claim's statistic for one seed.
 *
 * @param value the statistic; NaN where there is nothing that the claim is about
 * @param note what else is worth knowing, or empty
 */
public record Effect(double value, String note) {
  /** Without a note. */
  public static Effect of(double value) {
    return new Effect(value, "");
  }
}
