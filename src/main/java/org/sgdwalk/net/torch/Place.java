package org.sgdwalk.net.torch;

import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.pytorch.Device;
import org.sgdwalk.device.GpuPreflight;
import org.sgdwalk.net.FreeMemory;

/**
 * Where libtorch computes.
 *
 * @param name as libtorch names it: {@code cpu}, {@code cuda:0}
 * @param description what it is, for manifests
 * @param isResident whether vectors and losses stay there, read when they are asked for; else they
 *     are on the heap
 * @param memory what was free when the process began; empty on the CPU
 * @param vectors counts the vectors that stay there
 */
record Place(
    String name,
    String description,
    boolean isResident,
    Optional<FreeMemory> memory,
    VectorCount vectors) {
  private static final String CARD = "cuda:";

  /** Bytes of vectors on a CPU that stands in for a card. */
  private static final long STAND_IN = 1L << 30;

  /** Of a card's memory, for vectors that wait to be collected. */
  private static final int SHARE = 8;

  private static final int MEBIBYTE = 1 << 20;

  /** The CPU, with vectors and losses on the heap. */
  static Place cpu() {
    return new Place("cpu", "cpu", false, Optional.empty(), new VectorCount(Long.MAX_VALUE));
  }

  /** A card. Where the driver does not tell its memory, nothing is held against it. */
  static Place card(GpuPreflight.Device card) {
    String name = CARD + card.index();
    OptionalLong mebibytes = card.free().isPresent() ? card.free() : card.memory();
    long free = mebibytes.isPresent() ? mebibytes.getAsLong() * MEBIBYTE : FreeMemory.UNKNOWN;
    String what = "%s (%s, compute capability %s, driver %s)";
    return new Place(
        name,
        what.formatted(name, card.name(), card.capability().orElse("not told"), card.driver()),
        true,
        Optional.of(new FreeMemory(name, free)),
        new VectorCount(mebibytes.isPresent() ? free / SHARE : STAND_IN));
  }

  /** The CPU's memory as if it were a card's: all that a card does but be one. */
  static Place standIn() {
    return new Place("cpu", "cpu", true, Optional.empty(), new VectorCount(STAND_IN));
  }

  boolean isCard() {
    return name.startsWith(CARD);
  }

  /** Of a card. */
  int index() {
    return Integer.parseInt(name.substring(CARD.length()));
  }

  Device device() {
    return new Device(name);
  }
}
