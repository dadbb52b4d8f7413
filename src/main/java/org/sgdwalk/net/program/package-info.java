/**
 * A network as a program: layers in an order in which they can be computed, and where a flat theta
 * holds their parameters. Compiled from DL4J's configuration of it, without any natives, and read
 * by the engines.
 */
@NullMarked
package org.sgdwalk.net.program;

import org.jspecify.annotations.NullMarked;
