/** Update rules and the training loop; emits one step per update. */
@NullMarked
package org.sgdwalk.train;

import org.jspecify.annotations.NullMarked;
