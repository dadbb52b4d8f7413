/**
 * Statistics over plain double arrays: the sequential test, signed ranks, intervals, the quadratic
 * fit, the shape of a cross-section, spectra from Lanczos steps.
 */
@NullMarked
package org.sgdwalk.stats;

import org.jspecify.annotations.NullMarked;
