package org.sgdwalk.net;

import java.util.stream.IntStream;
import org.sgdwalk.net.program.BatchNorm;
import org.sgdwalk.net.program.Layer;
import org.sgdwalk.net.program.Linear;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Relu;

/**
 * How many points of a line go through a network at once, behind its first layer. Where all layers
 * are of vectors, an operation of a small network takes longer to begin than to do, and points that
 * begin it together save most of that; as many as stay in a cache.
 */
public final class PointsTogether {
  /** The caches that a core has for itself have 1 to 2 MB, where the widest activation fits. */
  private static final long BYTES = 1 << 20;

  private final boolean together;
  private final long widest;
  private final long theta;

  /** Those of a program in a precision of so many bytes a value. */
  public PointsTogether(Program program, int bytesAValue) {
    together = areAllOfVectors(program);
    widest = bytesAValue * widest(program);
    theta = bytesAValue * (long) program.parameters();
  }

  /** How many points of a batch of so many rows: 1 where each goes alone. */
  public int points(int rows) {
    return together ? Math.toIntExact(Math.max(1, BYTES / (widest * rows))) : 1;
  }

  /**
   * Bytes that they take at most, of a chunk of so many rows: the first layer's results at both
   * ends, the points' activations in and out of a layer, and their thetas.
   */
  long bytes(int rows, int points) {
    int atOnce = Math.min(points, points(rows));
    return atOnce == 1 ? 0 : atOnce * (2 * widest * rows + theta);
  }

  private static boolean areAllOfVectors(Program program) {
    return program.startsLinear()
        && IntStream.rangeClosed(1, program.size())
            .mapToObj(i -> program.node(i).layer())
            .allMatch(PointsTogether::isOfVectors)
        && program.input().isFeatures();
  }

  private static boolean isOfVectors(Layer layer) {
    return layer instanceof Linear || layer instanceof BatchNorm || layer instanceof Relu;
  }

  /** Values of a row of the widest activation. */
  private static long widest(Program program) {
    return IntStream.rangeClosed(1, program.size())
        .mapToLong(i -> program.shape(i).size())
        .max()
        .orElse(1);
  }
}
