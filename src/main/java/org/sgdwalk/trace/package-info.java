/** What a run leaves behind: steps, epochs, manifest and provenance, with their codec and store. */
@NullMarked
package org.sgdwalk.trace;

import org.jspecify.annotations.NullMarked;
