package org.sgdwalk.net;

import org.nd4j.linalg.api.buffer.DataType;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.engine.Block;
import org.sgdwalk.net.engine.GraphCompiler;
import org.sgdwalk.net.engine.Shape;
import org.sgdwalk.net.network.Networks;
import org.sgdwalk.spec.NetworkSpec;

/** How large a network is, without images or memory for it. */
public final class NetworkSize {
  private NetworkSize() {}

  /**
   * Number of trainable parameters.
   *
   * @param network a network, no quadratic
   * @param image one image of the data set
   * @param classes its number of classes
   */
  public static long parameters(NetworkSpec network, ImageShape image, int classes) {
    Shape input = InputLayout.of(network, image).shape();
    return GraphCompiler.compile(Networks.graph(network, input, classes, DataType.FLOAT), input)
        .theta()
        .stream()
        .mapToLong(Block::length)
        .sum();
  }
}
