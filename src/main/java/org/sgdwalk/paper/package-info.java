/** The claims of the paper as functions from traces to observations, one file each. */
@NullMarked
package org.sgdwalk.paper;

import org.jspecify.annotations.NullMarked;
