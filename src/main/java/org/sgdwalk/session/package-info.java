/** Many runs: which of them a set of claims needs, over which seeds, and where traces are kept. */
@NullMarked
package org.sgdwalk.session;

import org.jspecify.annotations.NullMarked;
