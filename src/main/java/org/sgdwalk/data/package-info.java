/** Image sets: file formats, the catalog of named sets, standardisation. */
@NullMarked
package org.sgdwalk.data;

import org.jspecify.annotations.NullMarked;
