/** The tables of the paper beside what this run measured. */
@NullMarked
package org.sgdwalk.table;

import org.jspecify.annotations.NullMarked;
