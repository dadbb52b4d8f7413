package org.sgdwalk.net.program;

import java.util.List;

/**
 * One layer in its place.
 *
 * @param name name in the network
 * @param layer what it computes
 * @param inputs positions of the nodes that it reads; 0 is the network's input
 * @param shape one example's activations
 */
public record Node(String name, Layer layer, List<Integer> inputs, Shape shape) {}
