/** Which runs a set of claims needs, and who runs them. */
@NullMarked
package org.sgdwalk.run;

import org.jspecify.annotations.NullMarked;
