/**
 * The engine on DL4J's own {@code ComputationGraph}, as it comes: slow, and independent of the
 * other one, against which every build holds it. It runs on any ND4J backend.
 */
@NullMarked
package org.sgdwalk.net.dl4j;

import org.jspecify.annotations.NullMarked;
