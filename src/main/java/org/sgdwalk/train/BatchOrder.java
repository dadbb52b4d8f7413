package org.sgdwalk.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.util.MathArrays;

/** Mini-batches without replacement, reshuffled at the start of each epoch. */
final class BatchOrder {
  private final int[] order;
  private final int batch;
  private final RandomGenerator random;
  private int next;

  BatchOrder(int examples, int batch, RandomGenerator random) {
    this.order = MathArrays.natural(examples);
    this.batch = batch;
    this.random = random;
    this.next = examples;
  }

  /** 0-based examples of the next batch; an epoch's last batch may be smaller. */
  int[] nextBatch() {
    if (next == order.length) {
      MathArrays.shuffle(order, random);
      next = 0;
    }
    int end = Math.min(next + batch, order.length);
    int[] examples = Arrays.copyOfRange(order, next, end);
    next = end;
    return examples;
  }

  /** The examples in the epoch's order. */
  int[] examples() {
    return order.clone();
  }

  /** How many of them were taken. */
  int taken() {
    return next;
  }

  /**
   * Goes on in the middle of an epoch.
   *
   * @throws IllegalArgumentException if that is no order of the same examples
   */
  void goTo(int[] examples, int taken) {
    boolean[] seen = new boolean[order.length];
    for (int example : examples) {
      seen[Math.floorMod(example, order.length)] = true;
    }
    boolean all = IntStream.range(0, seen.length).allMatch(i -> seen[i]);
    if (examples.length != order.length || !all || taken < 0 || taken > order.length) {
      throw new IllegalArgumentException("no order of " + order.length + " examples");
    }
    System.arraycopy(examples, 0, order, 0, order.length);
    next = taken;
  }
}
