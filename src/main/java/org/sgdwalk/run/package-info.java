/** One run: start, loop, recorders, cost and provenance. */
@NullMarked
package org.sgdwalk.run;

import org.jspecify.annotations.NullMarked;
