/**
 * Gets published data sets over HTTPS into the cache: resumable, checked before use, moved into
 * place in one step.
 */
@NullMarked
package org.sgdwalk.data.fetch;

import org.jspecify.annotations.NullMarked;
