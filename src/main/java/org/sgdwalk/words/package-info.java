/** Numbers, runs and treatments in words. */
@NullMarked
package org.sgdwalk.words;

import org.jspecify.annotations.NullMarked;
