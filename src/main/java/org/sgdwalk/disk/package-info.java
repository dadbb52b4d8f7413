/** Files and folders that are there whole or not at all, and held by one process at a time. */
@NullMarked
package org.sgdwalk.disk;

import org.jspecify.annotations.NullMarked;
