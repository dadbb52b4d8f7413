package org.sgdwalk.net;

import org.sgdwalk.net.program.Program;

/**
 * Multiplications and additions that one example costs in the products of each kind of pass, as the
 * engine {@code torch} makes them: products of activations and weights, which take nearly all of
 * the time. Nobody asks for the gradient of the network's input, which saves the layers that read
 * it a product in each backward pass.
 *
 * @param forward of a forward pass
 * @param onInput of those, in the layers that read the network's input
 * @param sharesFirst whether points of a line share the first layer's products, two for all of them
 */
public record PassOperations(long forward, long onInput, boolean sharesFirst) {
  /** Of a backward pass: a product for the weights' gradient and one for the input's. */
  private static final int FORWARD_AND_BACKWARD = 3;

  /** Each of the three products of a layer has two factors that move with theta. */
  private static final int PRODUCTS_MOVED = 6;

  /** What does not move in a layer that reads the network's input, or is not asked for. */
  private static final int STILL_ON_INPUT = 4;

  private static final int ENDS_OF_A_LINE = 2;

  static PassOperations of(Program program) {
    return new PassOperations(
        program.operationsPerExample(), program.operationsOnInput(), program.startsLinear());
  }

  /** A forward and a backward pass; also what a Hessian product starts from. */
  public double gradient() {
    return (double) FORWARD_AND_BACKWARD * forward - onInput;
  }

  /** A Hessian product where a forward and a backward pass at its theta are known. */
  public double product() {
    return (double) PRODUCTS_MOVED * forward - (double) STILL_ON_INPUT * onInput;
  }

  /** What an example costs more at each point of a line whose ends are known to the first layer. */
  public double pointOfLine() {
    return sharesFirst ? (double) forward - onInput : forward;
  }

  /** What an example costs once for all points of a line. */
  public double line() {
    return sharesFirst ? (double) ENDS_OF_A_LINE * onInput : 0;
  }
}
