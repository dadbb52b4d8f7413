package org.sgdwalk.net.engine;

import java.util.List;

/**
 * One array that belongs to a layer: part of theta, or a running statistic.
 *
 * @param name within the layer, as PyTorch names it: {@code weight}, {@code running_mean}
 * @param shape linear weights [out, in], convolutions [out, in, height, width], else [channels]
 * @param initial how its components start
 */
record Parameter(String name, List<Integer> shape, Initial initial) {
  static final String WEIGHT = "weight";
  static final String BIAS = "bias";
  static final String RUNNING_MEAN = "running_mean";
  static final String RUNNING_VARIANCE = "running_var";
}
