/**
 * A network as a loss surface: theta in, loss, gradient and predictions out. Here are the surface,
 * its vectors and its workers, which know no library; the engines that compute lie in rooms below.
 */
@NullMarked
package org.sgdwalk.net;

import org.jspecify.annotations.NullMarked;
