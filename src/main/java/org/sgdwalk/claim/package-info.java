/**
 * What a claim is: an arm's runs, a cell, the traces of a seed, a verdict, and the judge over
 * seeds.
 */
@NullMarked
package org.sgdwalk.claim;

import org.jspecify.annotations.NullMarked;
