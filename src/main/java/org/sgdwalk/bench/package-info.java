/** JMH's results as cost of each network's passes and probes, against the record. */
@NullMarked
package org.sgdwalk.bench;

import org.jspecify.annotations.NullMarked;
