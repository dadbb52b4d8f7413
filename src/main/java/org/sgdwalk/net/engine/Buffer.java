package org.sgdwalk.net.engine;

/** An array of a pass: how large, when it is needed, and in which slot of memory it lies. */
final class Buffer {
  private final int length;
  private int first = Integer.MAX_VALUE;
  private int last = -1;
  private int slot = -1;

  /**
   * A buffer that nothing uses yet.
   *
   * @param length values an example
   */
  Buffer(int length) {
    this.length = length;
  }

  /** Says that it holds something at this time; returns this. */
  Buffer usedAt(int time) {
    first = Math.min(first, time);
    last = Math.max(last, time);
    return this;
  }

  int length() {
    return length;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  int slot() {
    return slot;
  }

  void place(int newSlot) {
    slot = newSlot;
  }
}
