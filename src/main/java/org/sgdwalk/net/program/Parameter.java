package org.sgdwalk.net.program;

import java.util.List;

/**
 * One array that belongs to a layer: part of theta, or a running statistic.
 *
 * @param name within the layer, as PyTorch names it: {@code weight}, {@code running_mean}
 * @param shape linear weights [out, in], convolutions [out, in, height, width], else [channels]
 * @param initial how its components start
 */
public record Parameter(String name, List<Integer> shape, Initial initial) {
  public static final String WEIGHT = "weight";
  public static final String BIAS = "bias";
  public static final String RUNNING_MEAN = "running_mean";
  public static final String RUNNING_VARIANCE = "running_var";
}
