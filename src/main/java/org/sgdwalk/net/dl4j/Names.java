package org.sgdwalk.net.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.sgdwalk.net.program.Block;
import org.sgdwalk.net.program.Parameter;
import org.sgdwalk.net.program.Program;

/** What DL4J calls the blocks of theta and of the running statistics, and how it stores them. */
final class Names {
  /** Weight of an old running statistic at an update, as the networks' configurations have it. */
  static final double DECAY = 0.9;

  private Names() {}

  /** The layer that a block belongs to. */
  static String layer(Block block) {
    return block.name().substring(0, block.name().lastIndexOf('.'));
  }

  private static String own(Block block) {
    return block.name().substring(block.name().lastIndexOf('.') + 1);
  }

  static boolean isVariance(Block block) {
    return own(block).equals(Parameter.RUNNING_VARIANCE);
  }

  /** Its name within the layer. */
  static String parameter(Block block, Program program) {
    boolean norm =
        program.statistics().stream().anyMatch(other -> layer(other).equals(layer(block)));
    return switch (own(block)) {
      case Parameter.WEIGHT -> norm ? "gamma" : "W";
      case Parameter.BIAS -> norm ? "beta" : "b";
      case Parameter.RUNNING_MEAN -> "mean";
      case Parameter.RUNNING_VARIANCE -> "var";
      default -> throw new IllegalStateException(block.name());
    };
  }

  /** Vectors are [1, n] there, and weights of linear layers [in, out]: a view in our shape. */
  static INDArray asHere(INDArray there, Block block) {
    return switch (block.shape().size()) {
      case 1 -> there.reshape(there.length());
      case 2 -> there.transpose();
      default -> there;
    };
  }
}
