/**
 * A network as a loss surface: theta in, loss, gradient and predictions out. The only package that
 * knows ND4J and DL4J.
 */
@NullMarked
package org.sgdwalk.net;

import org.jspecify.annotations.NullMarked;
