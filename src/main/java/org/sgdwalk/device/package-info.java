/** NVIDIA devices of this machine, asked for without a native library; what a GPU build needs. */
@NullMarked
package org.sgdwalk.device;

import org.jspecify.annotations.NullMarked;
