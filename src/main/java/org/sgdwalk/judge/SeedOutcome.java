package org.sgdwalk.judge;

/**
 * What one seed says about a claim.
 *
 * @param seed the seed
 * @param effect the claim's statistic; infinite when a run diverged, on the claimed side where that
 *     is what the claim says; NaN where there was nothing that the claim is about
 * @param holds whether the claim's criterion is met for this seed
 * @param note what else is worth knowing, or empty
 */
public record SeedOutcome(long seed, double effect, boolean holds, String note) {
  /** Whether there was something that the claim is about. */
  public boolean counts() {
    return !Double.isNaN(effect);
  }
}
