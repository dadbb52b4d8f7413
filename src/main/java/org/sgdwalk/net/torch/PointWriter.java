package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.Position;

/**
 * Writes points of lines where libtorch computes, a window of their components at a time: a point
 * is never a vector on the heap.
 */
final class PointWriter {
  private static final int WINDOW = 1 << 16;

  private final Memory memory;
  private @Nullable ParameterVector window;

  PointWriter(Memory memory) {
    this.memory = memory;
  }

  /** Writes a point's components from {@code first} on to a flat tensor of as many as it takes. */
  void write(Position point, int first, Tensor into) {
    int length = Math.toIntExact(into.numel());
    int step = memory.isResident() ? length : Math.min(WINDOW, length);
    ParameterVector room = room(step);
    for (int done = 0; done < length; done += step) {
      int start = Math.min(done, length - step); // the last window may write some again
      point.writeTo(room, first + start);
      Scope.run(() -> memory.write(room, 0, step, into.narrow(0, start, step)));
    }
  }

  private ParameterVector room(int length) {
    ParameterVector there = window;
    if (there == null || there.dimension() != length) {
      there = new TorchVectors(memory).zeros(length);
      window = there;
    }
    return there;
  }
}
