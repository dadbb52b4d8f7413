package org.sgdwalk.trace.npz;

import java.util.List;
import org.sgdwalk.trace.TraceException;

/**
 * What an {@code .npy} file says before its values, in C order.
 *
 * @param type element type on disk
 * @param shape extents; empty for a scalar
 * @param start position of the first value in the file, in bytes
 */
public record NumpyHeader(NumpyType type, List<Integer> shape, int start) {
  /** Copies the shape. */
  public NumpyHeader {
    shape = List.copyOf(shape);
  }

  /**
   * Checks that a file of a length holds exactly the values of the shape. What passes takes no more
   * memory than the shape says.
   *
   * @param where names file and array for errors
   */
  void requireLength(long length, String where) {
    long bytes = length - start;
    if (bytes < 0 || bytes % type.bytes() != 0) {
      throw new TraceException(where + ": cut short within a value");
    }
    long values = bytes / type.bytes();
    if (values != NumpyArray.size(shape)) {
      throw new TraceException(
          "%s: shape %s does not hold %d values"
              .formatted(where, NumpyNames.shown(shape.toString()), values));
    }
  }
}
