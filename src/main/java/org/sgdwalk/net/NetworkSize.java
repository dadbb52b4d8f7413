package org.sgdwalk.net;

import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.network.Networks;
import org.sgdwalk.net.program.GraphCompiler;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.SpecException;

/** How large a network is and how much it computes, without images or memory for it. */
public final class NetworkSize {
  private NetworkSize() {}

  /**
   * Number of trainable parameters.
   *
   * @param network a network, no quadratic
   * @param image one image of the data set
   * @param classes its number of classes
   * @throws SpecException if it has more than can be counted
   */
  public static long parameters(NetworkSpec network, ImageShape image, int classes) {
    return program(network, image, classes).parameters();
  }

  /**
   * Multiplications and additions of the products of one example's forward pass.
   *
   * @param network a network, no quadratic
   * @param image one image of the data set
   * @param classes its number of classes
   * @throws SpecException if it has more parameters than can be counted
   */
  public static long operations(NetworkSpec network, ImageShape image, int classes) {
    return program(network, image, classes).operationsPerExample();
  }

  /**
   * What an example costs in each kind of pass.
   *
   * @param network a network, no quadratic
   * @param image one image of the data set
   * @param classes its number of classes
   * @throws SpecException if it has more parameters than can be counted
   */
  public static PassOperations passes(NetworkSpec network, ImageShape image, int classes) {
    return PassOperations.of(program(network, image, classes));
  }

  /** The program of a network on images of a shape. */
  static Program program(NetworkSpec network, ImageShape image, int classes) {
    return program(network, InputLayout.of(network, image).shape(), classes);
  }

  /**
   * The program of a network on examples of a shape.
   *
   * @throws SpecException if theta, or a layer's values of one example, are more than an int counts
   */
  static Program program(NetworkSpec network, Shape input, int classes) {
    try {
      return GraphCompiler.compile(Networks.graph(network, input, classes), input);
    } catch (ArithmeticException e) {
      throw new SpecException(
          "network: has more than 2^31 - 1 parameters, or values of one example in a layer; "
              + (network instanceof NetworkSpec.Mlp
                  ? "network.hidden must be narrower"
                  : "network.width must be smaller"));
    }
  }
}
