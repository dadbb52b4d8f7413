package org.sgdwalk.judge;

/**
 * What one seed says about a claim.
 *
 * @param seed the seed
 * @param effect the claim's statistic; NaN when a run diverged or there was nothing that the claim
 *     is about, and infinite where divergence is what the claim says
 * @param holds whether the claim's criterion is met for this seed
 * @param counts whether there was something that the claim is about
 * @param note what else is worth knowing, or empty
 */
public record SeedOutcome(long seed, double effect, boolean holds, boolean counts, String note) {}
