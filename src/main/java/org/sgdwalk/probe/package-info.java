/**
 * Probes of the loss surface along a walk: cross-section, cosine, distance, numerical floor;
 * spectra of the Hessian.
 */
@NullMarked
package org.sgdwalk.probe;

import org.jspecify.annotations.NullMarked;
