package org.sgdwalk.train;

import java.util.Arrays;
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
}
