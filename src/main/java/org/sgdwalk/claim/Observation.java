package org.sgdwalk.claim;

/**
 * What one seed says about a claim.
 *
 * @param effect the statistic; NaN where there is nothing that the claim is about
 * @param holds whether the criterion is met
 * @param note what else is worth knowing, or empty
 */
public record Observation(double effect, boolean holds, String note) {
  /** Without a note. */
  public static Observation of(double effect, boolean holds) {
    return new Observation(effect, holds, "");
  }

  /** Of a seed with nothing that the claim is about: it does not count. */
  public static Observation noEvent(String note) {
    return new Observation(Double.NaN, false, note);
  }

  /** Whether there was something that the claim is about. */
  public boolean hasEvent() {
    return !Double.isNaN(effect);
  }
}
