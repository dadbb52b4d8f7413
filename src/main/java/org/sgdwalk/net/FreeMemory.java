package org.sgdwalk.net;

/**
 * What is free on a device.
 *
 * @param device its name, for errors
 * @param bytes so many; {@link #UNKNOWN} where its driver does not tell
 */
public record FreeMemory(String device, long bytes) {
  /** Nobody knows how much. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  /** Whether it is known how much. */
  public boolean isKnown() {
    return bytes != UNKNOWN;
  }
}
