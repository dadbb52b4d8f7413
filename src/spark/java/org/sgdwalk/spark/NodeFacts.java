package org.sgdwalk.spark;

import java.io.Serializable;
import java.util.Map;

/**
 * What an executor says of itself before any run is made.
 *
 * @param host its machine
 * @param program what tells its program from other builds
 * @param missing why it cannot compute, in a line; empty where it can
 * @param engineKey what its traces are kept under; empty where it cannot compute
 * @param environment facts for a report's head; likewise
 */
record NodeFacts(
    String host, String program, String missing, String engineKey, Map<String, String> environment)
    implements Serializable {}
