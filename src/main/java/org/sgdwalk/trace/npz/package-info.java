/** NumPy archives: named arrays in a zip file, as {@code numpy.load} reads them. */
@NullMarked
package org.sgdwalk.trace.npz;

import org.jspecify.annotations.NullMarked;
