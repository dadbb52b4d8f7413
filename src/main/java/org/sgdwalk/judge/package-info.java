/** The judge over seeds: rules that stop, what the words of a verdict warrant, the record. */
@NullMarked
package org.sgdwalk.judge;

import org.jspecify.annotations.NullMarked;
