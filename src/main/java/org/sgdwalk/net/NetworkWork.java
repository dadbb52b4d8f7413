package org.sgdwalk.net;

import org.nd4j.linalg.api.buffer.DataType;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.engine.GraphCompiler;
import org.sgdwalk.net.engine.Program;
import org.sgdwalk.net.engine.Shape;
import org.sgdwalk.net.network.Networks;
import org.sgdwalk.spec.NetworkSpec;

/** How much a network computes, without images or memory for it. */
public final class NetworkWork {
  private NetworkWork() {}

  /**
   * Multiplications and additions of the products of one example's forward pass.
   *
   * @param network a network, no quadratic
   * @param image one image of the data set
   * @param classes its number of classes
   */
  public static long operations(NetworkSpec network, ImageShape image, int classes) {
    return program(network, image, classes).operationsPerExample();
  }

  /** The program of a network; which floating-point type it has makes no difference to its size. */
  static Program program(NetworkSpec network, ImageShape image, int classes) {
    Shape input = InputLayout.of(network, image).shape();
    return GraphCompiler.compile(Networks.graph(network, input, classes, DataType.FLOAT), input);
  }
}
