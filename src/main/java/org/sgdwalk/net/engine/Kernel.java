package org.sgdwalk.net.engine;

/** A layer bound to its arrays. Confined to the thread that bound it. */
interface Kernel extends AutoCloseable {

  /** Writes the output. */
  void forward(Mode mode);

  /** Writes the gradients of the inputs and of the parameters, from that of the output. */
  void backward();

  @Override
  void close();
}
