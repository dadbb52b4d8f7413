package org.sgdwalk.probe;

import org.sgdwalk.net.ParameterVector;

/**
 * An eigenvalue of a symmetric operator with its vector, as far as the iteration got.
 *
 * @param value the eigenvalue with its sign
 * @param vector its unit vector; the sign means nothing
 * @param residual norm2 of H v - value v: an eigenvalue lies within it. Of products that are off
 *     (differences of gradients), their error comes on top
 * @param iterations products that were taken for this and all pairs found with it
 */
public record Eigenpair(double value, ParameterVector vector, double residual, int iterations) {}
