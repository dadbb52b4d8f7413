/**
 * Statistics over plain double arrays: the sequential test, bootstrap intervals, the quadratic fit
 * and the shape of a cross-section.
 */
@NullMarked
package org.sgdwalk.stats;

import org.jspecify.annotations.NullMarked;
