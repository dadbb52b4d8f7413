package org.sgdwalk.net.engine;

/** A layer bound to its arrays. Confined to the thread that bound it. */
interface Kernel extends AutoCloseable {

  /**
   * Writes the output.
   *
   * @param trainMode whether batch norm takes its statistics from the rows, or the running ones
   */
  void forward(boolean trainMode);

  /** Writes the gradients of the inputs and of the parameters, from that of the output. */
  void backward();

  @Override
  void close();
}
