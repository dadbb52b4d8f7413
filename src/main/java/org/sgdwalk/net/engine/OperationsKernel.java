package org.sgdwalk.net.engine;

/** A kernel of native operations alone, which whoever extends it lines up. */
abstract class OperationsKernel implements Kernel {
  final Operations forward = new Operations();
  final Operations backward = new Operations();

  @Override
  public void forward(Mode mode) {
    forward.run();
  }

  @Override
  public void backward() {
    backward.run();
  }

  @Override
  public void close() {
    forward.close();
    backward.close();
  }
}
