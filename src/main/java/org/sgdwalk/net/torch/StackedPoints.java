package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.lerp;

import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.FirstLayer;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.program.Program;

/**
 * Points of a line one beside the other: activations are [rows, points, features], of which each
 * point's are made with its own theta and its own statistics, in the digits that it has alone.
 */
final class StackedPoints {
  private final Program program;
  private final Memory memory;
  private final Replica.Line line;
  private final double[] a;

  /** The points at positions {@code a}. */
  StackedPoints(Program program, Memory memory, Replica.Line line, double[] a) {
    this.program = program;
    this.memory = memory;
    this.line = line;
    this.a = a;
  }

  /** Their thetas behind the first layer. */
  PointStack thetas(PointWriter writer) {
    PointStack thetas = new PointStack(program, memory, a.length);
    for (int i = 0; i < a.length; i++) {
      thetas.assign(i, line.at(a[i]), writer);
    }
    return thetas;
  }

  /** The first layer's result at each, which lies between those at the ends. */
  Tensor firstLayer() {
    return lerp(ends(line.atFrom()), ends(line.atTo()), memory.matrix(a, a.length));
  }

  /** For every point the same. */
  private static Tensor ends(FirstLayer layer) {
    return ((TorchFirstLayer) layer).value().unsqueeze(1);
  }
}
