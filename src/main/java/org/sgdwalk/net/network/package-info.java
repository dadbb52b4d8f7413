/** The paper's networks, and narrower or shallower ones of the same families, as DL4J graphs. */
@NullMarked
package org.sgdwalk.net.network;

import org.jspecify.annotations.NullMarked;
