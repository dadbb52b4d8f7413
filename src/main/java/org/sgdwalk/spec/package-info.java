/**
 * What to run, as validated records: network, data, optimizer, schedule, length, probes and seed.
 */
@NullMarked
package org.sgdwalk.spec;

import org.jspecify.annotations.NullMarked;
