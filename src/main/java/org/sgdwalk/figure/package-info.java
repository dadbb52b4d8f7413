/** Figures of walks and of effects. */
@NullMarked
package org.sgdwalk.figure;

import org.jspecify.annotations.NullMarked;
