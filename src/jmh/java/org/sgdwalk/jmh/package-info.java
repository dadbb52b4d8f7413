/** Benchmarks of the probes; run with {@code java -jar target/benchmarks.jar}. */
@NullMarked
package org.sgdwalk.jmh;

import org.jspecify.annotations.NullMarked;
