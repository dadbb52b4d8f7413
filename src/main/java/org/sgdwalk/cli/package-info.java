/** The command line: wiring only. */
@NullMarked
package org.sgdwalk.cli;

import org.jspecify.annotations.NullMarked;
