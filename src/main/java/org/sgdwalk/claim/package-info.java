/** What a claim is: an arm's runs, a cell, the traces of a seed, and what a claim says of seeds. */
@NullMarked
package org.sgdwalk.claim;

import org.jspecify.annotations.NullMarked;
