package org.sgdwalk.net.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Places buffers in as little memory as a greedy choice finds: in order of their first use, each
 * takes the free slot that fits it best.
 */
final class Slots {
  private static final class Slot {
    private int length;
    private int busyUntil = -1;
  }

  private final List<Slot> slots = new ArrayList<>();

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
    Slot best = null;
    for (Slot slot : slots) {
      if (slot.busyUntil < buffer.first() && (best == null || fits(slot, best, buffer.length()))) {
        best = slot;
      }
    }
    if (best == null) {
      best = new Slot();
      slots.add(best);
    }
    best.length = Math.max(best.length, buffer.length());
    best.busyUntil = buffer.last();
    buffer.place(slots.indexOf(best));
  }

  /** Whether a slot fits better: least growth first, then least room to spare. */
  private static boolean fits(Slot slot, Slot best, int length) {
    int growth = Math.max(0, length - slot.length);
    int bestGrowth = Math.max(0, length - best.length);
    return growth < bestGrowth || (growth == bestGrowth && slot.length < best.length);
  }
}
