/** Probes of the loss surface along a walk: cross-section, cosine, distance, numerical floor. */
@NullMarked
package org.sgdwalk.probe;

import org.jspecify.annotations.NullMarked;
