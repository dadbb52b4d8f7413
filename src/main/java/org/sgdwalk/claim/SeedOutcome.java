package org.sgdwalk.claim;

/**
 * What one seed says about a claim: one number and one bit.
 *
 * @param seed the seed
 * @param effect the claim's statistic; NaN when a run diverged
 * @param holds whether the claim holds for this seed
 * @param note what else is worth knowing, or empty
 */
public record SeedOutcome(long seed, double effect, boolean holds, String note) {}
