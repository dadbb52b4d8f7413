package org.sgdwalk.net.torch;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.Position;
import org.sgdwalk.net.program.Block;
import org.sgdwalk.net.program.Program;

/**
 * Several points of theta one above the other, each without the first layer's components: [points,
 * components]. To be made and used within one scope.
 */
final class PointStack {
  private final Memory memory;
  private final int first;
  private final Tensor flat;
  private final Map<String, Tensor> views = new HashMap<>();

  /** Room for a number of points. */
  PointStack(Program program, Memory memory, int points) {
    this.memory = memory;
    first = program.endOfFirstLayer();
    flat = memory.uninitialised(points, program.parameters() - first);
    for (Block block : program.theta()) {
      if (block.offset() >= first) {
        views.put(block.name(), view(block, points));
      }
    }
  }

  private Tensor view(Block block, int points) {
    long[] shape = new long[1 + block.shape().size()];
    shape[0] = points;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = block.shape().get(i - 1);
    }
    return flat.narrow(1, block.offset() - first, block.length()).view(shape);
  }

  /** Writes a point here, without the first layer's components. */
  void assign(int index, Position point, PointWriter writer) {
    writer.write(point, first, flat.select(0, index));
  }

  /** Room for an activation: [rows, points, features]. */
  Tensor room(long rows, long features) {
    return memory.uninitialised(rows, flat.size(0), features);
  }

  /** A block at every point: [points, its shape]. */
  Tensor view(String name) {
    return Objects.requireNonNull(views.get(name), name);
  }
}
