package org.sgdwalk.net.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Places buffers in as little memory as a greedy choice finds: in order of their first use, each
 * takes the free slot that fits it best.
 */
final class Slots {
  private static final class Slot {
    private final int index;
    private int length;
    private int busyUntil;

    private Slot(int index) {
      this.index = index;
    }
  }

  private final List<Slot> slots = new ArrayList<>();
  private final Queue<Slot> busy =
      new PriorityQueue<>(Comparator.comparingInt((Slot slot) -> slot.busyUntil));

  /** By length, then in their order. */
  private final NavigableMap<Integer, NavigableMap<Integer, Slot>> free = new TreeMap<>();

  private Slots() {}

  /** Places every buffer; returns the slots' lengths, values an example. */
  static List<Integer> place(List<Buffer> buffers) {
    Slots slots = new Slots();
    Set<Buffer> distinct = new LinkedHashSet<>(buffers);
    distinct.stream()
        .filter(buffer -> buffer.last() >= 0)
        .sorted(Comparator.comparingInt(Buffer::first))
        .forEach(slots::place);
    return slots.slots.stream().map(slot -> slot.length).toList();
  }

  private void place(Buffer buffer) {
    release(buffer.first());
    Slot best = free.isEmpty() ? added() : takeBest(buffer.length());
    best.length = Math.max(best.length, buffer.length());
    best.busyUntil = buffer.last();
    busy.add(best);
    buffer.place(best.index);
  }

  /** Buffers come in order of their first use, so what is free once stays so until it is taken. */
  private void release(int time) {
    for (Slot next = busy.peek(); next != null && next.busyUntil < time; next = busy.peek()) {
      busy.remove();
      free.computeIfAbsent(next.length, length -> new TreeMap<>()).put(next.index, next);
    }
  }

  private Slot added() {
    Slot slot = new Slot(slots.size());
    slots.add(slot);
    return slot;
  }

  /** Least growth first, then least room to spare, then the earliest. */
  private Slot takeBest(int length) {
    Integer large = free.ceilingKey(length);
    int key = large == null ? free.lastKey() : large;
    NavigableMap<Integer, Slot> same = Objects.requireNonNull(free.get(key));
    Slot best = same.pollFirstEntry().getValue();
    if (same.isEmpty()) {
      free.remove(key);
    }
    return best;
  }
}
