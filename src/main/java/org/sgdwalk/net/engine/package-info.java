/**
 * Forward and backward passes of a DL4J graph, made of ND4J's native operations on memory that is
 * planned once.
 *
 * <p>Why it exists: DL4J 1.0.0-M2.1 does not reach those operations. Its layers look for their
 * native helpers under a class name that was moved, fall back to im2col, take batch norm's
 * statistics with strided reductions, allocate every result anew and run each convolution a second
 * time in the backward pass; a probe costs 5 to 13 times what the arithmetic does (measured in
 * {@code docs/performance.md}). The networks stay DL4J configurations, so {@code ComputationGraph}
 * runs them too and the tests hold the two against each other. When a DL4J release calls the native
 * operations itself, its {@code ComputationGraph} can take this package's place behind {@link
 * org.sgdwalk.net.LossSurface}.
 */
@NullMarked
package org.sgdwalk.net.engine;

import org.jspecify.annotations.NullMarked;
