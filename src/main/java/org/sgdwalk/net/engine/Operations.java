package org.sgdwalk.net.engine;

import java.util.ArrayList;
import java.util.List;

/** Native operations in a fixed order. */
final class Operations implements AutoCloseable {
  private final List<NativeOp> steps = new ArrayList<>();

  Operations then(NativeOp step) {
    steps.add(step);
    return this;
  }

  void run() {
    for (NativeOp step : steps) {
      step.run();
    }
  }

  @Override
  public void close() {
    steps.forEach(NativeOp::close);
  }
}
