package org.sgdwalk.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much is run. */
public enum Scale {
  /** Two seeds of the {@code ci} cells: does everything run; decides nothing. */
  SMOKE,
  /** Narrow networks and few images: minutes on two cores. */
  CI,
  /** Walks alone, of networks twice as wide on thousands of images: an hour or two on a desk. */
  DESK,
  /**
   * The paper's networks on its data sets, fewer probed steps, epochs and seeds: a device, a night.
   */
  PAPER_LITE,
  /** The paper's networks and data sizes: for a large machine. */
  PAPER;

  /** The name in options and file names. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names, from the least to the most that is run. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Scale::key).toList();
  }

  /** The scale of that name; empty if there is none. */
  public static Optional<Scale> find(String key) {
    return Arrays.stream(values()).filter(scale -> scale.key().equals(key)).findFirst();
  }
}
