/** Named changes to a cell's runs, and what they do to verdicts. */
@NullMarked
package org.sgdwalk.sensitivity;

import org.jspecify.annotations.NullMarked;
