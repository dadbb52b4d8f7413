/** How far a run or a download is, on a terminal or in a log. */
@NullMarked
package org.sgdwalk.progress;

import org.jspecify.annotations.NullMarked;
