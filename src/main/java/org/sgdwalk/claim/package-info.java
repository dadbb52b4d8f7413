/** The claims of the paper as functions from traces to verdicts. */
@NullMarked
package org.sgdwalk.claim;

import org.jspecify.annotations.NullMarked;
