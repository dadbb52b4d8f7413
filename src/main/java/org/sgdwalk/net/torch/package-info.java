/**
 * The engine on libtorch. Forward and backward passes, and the derivative of both along a direction
 * (the R operator, Pearlmutter 1994), are written out on libtorch's operations: its autograd would
 * record a graph anew in each pass, and differentiate twice at 2.7 to 5.5 times a gradient's cost.
 */
@NullMarked
package org.sgdwalk.net.torch;

import org.jspecify.annotations.NullMarked;
