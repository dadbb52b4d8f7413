package org.sgdwalk.net;

import java.util.List;
import org.hipparchus.random.RandomGenerator;

/** Initial values as in the paper's code. */
final class Initialization {
  private Initialization() {}

  /**
   * Linear weights and biases uniform in +-1/sqrt(fan_in), which is PyTorch's default; batch-norm
   * gamma 1, beta 0. Drawn block by block in theta's order.
   */
  static double[] theta(List<ParameterLayout.Block> blocks, RandomGenerator random) {
    double[] theta = new double[total(blocks)];
    int next = 0;
    for (ParameterLayout.Block block : blocks) {
      for (int i = 0; i < block.length(); i++) {
        theta[next++] = value(block, random);
      }
    }
    return theta;
  }

  /** Running means 0 and variances 1. */
  static double[] statistics(List<ParameterLayout.Block> blocks) {
    double[] statistics = new double[total(blocks)];
    int next = 0;
    for (ParameterLayout.Block block : blocks) {
      double value = block.name().endsWith("running_var") ? 1 : 0;
      for (int i = 0; i < block.length(); i++) {
        statistics[next++] = value;
      }
    }
    return statistics;
  }

  private static double value(ParameterLayout.Block block, RandomGenerator random) {
    if (block.fanIn() == 0) {
      return block.name().endsWith("weight") ? 1 : 0;
    }
    return (2 * random.nextDouble() - 1) / Math.sqrt(block.fanIn());
  }

  private static int total(List<ParameterLayout.Block> blocks) {
    return blocks.stream().mapToInt(ParameterLayout.Block::length).sum();
  }
}
