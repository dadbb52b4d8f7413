/** The options of a process and what they mean. */
@NullMarked
package org.sgdwalk.settings;

import org.jspecify.annotations.NullMarked;
