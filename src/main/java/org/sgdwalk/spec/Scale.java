package org.sgdwalk.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much is run. */
public enum Scale {
  /** Two seeds of the {@code ci} cells: does everything run; decides nothing. */
  SMOKE,
  /** Narrow networks and few images: minutes on two cores. */
  CI,
  /** The paper's networks and data sizes: for a large machine. */
  PAPER;

  /** The name in options and file names. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The scale of that name.
   *
   * @throws SpecException if there is none
   */
  public static Scale of(String key) {
    return Arrays.stream(values())
        .filter(scale -> scale.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new SpecException(
                    "scale: must be one of "
                        + Arrays.stream(values()).map(Scale::key).collect(Collectors.joining(", "))
                        + ", got '"
                        + key
                        + "'"));
  }
}
