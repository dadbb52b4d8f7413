/** What engines need of the process before their natives are there: kernels, memory, libraries. */
@NullMarked
package org.sgdwalk.net.natives;

import org.jspecify.annotations.NullMarked;
