/** The engines by name. */
@NullMarked
package org.sgdwalk.net.engines;

import org.jspecify.annotations.NullMarked;
