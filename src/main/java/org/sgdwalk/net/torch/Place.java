package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Device;

/**
 * Where libtorch computes.
 *
 * @param name as libtorch names it: {@code cpu}, {@code cuda:0}
 * @param isResident whether vectors and losses stay there, read when they are asked for; else they
 *     are on the heap
 * @param vectors counts the vectors that stay there
 */
record Place(String name, boolean isResident, VectorCount vectors) {
  private static final String CARD = "cuda:";

  /** Bytes of vectors on a CPU that stands in for a device. */
  private static final long STAND_IN = 1L << 30;

  /** The CPU, with vectors and losses on the heap. */
  static Place cpu() {
    return new Place("cpu", false, new VectorCount(Long.MAX_VALUE));
  }

  /** A card. */
  static Place card(int index, long bytesOfVectors) {
    return new Place(CARD + index, true, new VectorCount(bytesOfVectors));
  }

  /** The CPU's memory as if it were a device's: all that a card does but be one. */
  static Place standIn() {
    return new Place("cpu", true, new VectorCount(STAND_IN));
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
