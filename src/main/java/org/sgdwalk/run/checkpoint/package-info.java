/** A run between two updates, on disk: kept from time to time, found again, gone on with. */
@NullMarked
package org.sgdwalk.run.checkpoint;

import org.jspecify.annotations.NullMarked;
