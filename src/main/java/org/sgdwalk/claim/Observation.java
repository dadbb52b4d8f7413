package org.sgdwalk.claim;

/**
 * A claim's statistic for one seed and whether its criterion is met.
 *
 * @param effect the statistic
 * @param holds whether the criterion is met
 * @param note what else is worth knowing, or empty
 */
public record Observation(double effect, boolean holds, String note) {
  /** Without a note. */
  public static Observation of(double effect, boolean holds) {
    return new Observation(effect, holds, "");
  }
}
