package org.sgdwalk.net.program;

import java.util.List;

/**
 * Where a flat vector holds one array, row-major.
 *
 * @param name as PyTorch names it: {@code conv1.weight}
 * @param shape sizes of the axes
 * @param offset position of the first component
 * @param initial how its components start
 */
public record Block(String name, List<Integer> shape, int offset, Initial initial) {

  /** Number of components. */
  public int length() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Components of a vector with these blocks, which follow each other. */
  public static int length(List<Block> blocks) {
    return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
  }

  /** Position behind the last component. */
  public int end() {
    return Math.addExact(offset, length());
  }
}
