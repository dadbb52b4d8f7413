/** The cells where claims are judged, with their numbers, and the catalog of a scale. */
@NullMarked
package org.sgdwalk.cell;

import org.jspecify.annotations.NullMarked;
