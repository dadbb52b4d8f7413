package org.sgdwalk.bench;

/**
 * A measure's score.
 *
 * @param score in the measure's unit
 * @param gigaflops multiplications and additions a second, in 10^9; NaN where they are not counted
 */
public record Measured(Score score, double gigaflops) {}
