package org.sgdwalk.net.torch;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory of vectors on a device. What nobody holds any more is given back by the garbage collector,
 * which does not know how much that is: beyond a limit it is asked for a collection.
 */
final class VectorCount {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int TRIES = 10;
  private static final long PAUSE_MILLIS = 20;

  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong limit;

  /** {@code limit} is in bytes. */
  VectorCount(long limit) {
    this.limit = new AtomicLong(limit);
  }

  /** Counts a vector until it is collected. */
  void count(Object vector, long ofVector) {
    CLEANER.register(vector, () -> bytes.addAndGet(-ofVector));
    if (bytes.addAndGet(ofVector) > limit.get()) {
      collect();
    }
  }

  /** Bytes of all that were not collected. */
  long bytes() {
    return bytes.get();
  }

  /** Where vectors that somebody holds are beyond the limit, it gives up, and asks later. */
  private void collect() {
    long held = limit.get();
    System.gc();
    for (int i = 0; i < TRIES && bytes.get() > held; i++) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (bytes.get() > held) {
      limit.accumulateAndGet(bytes.get() + bytes.get() / 2, Math::max);
    }
  }
}
