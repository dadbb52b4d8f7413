package org.sgdwalk.words;

import java.time.Duration;

/** Spans of time, in the unit in which they are read at a glance. */
public final class TimeWords {
  private static final double MILLI = 1e-3;
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;

  private TimeWords() {}

  /** For example {@code 3 min 20 s}; below a minute as {@link #seconds}. */
  public static String of(Duration time) {
    double exact = time.toNanos() / 1e9;
    long seconds = Math.round(exact);
    if (seconds < MINUTE) {
      return seconds(exact);
    }
    return seconds < HOUR
        ? seconds / MINUTE + " min " + seconds % MINUTE + " s"
        : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
  }

  /** Three digits of seconds or, where they are less than one, of milliseconds. */
  public static String seconds(double seconds) {
    return seconds < 1 ? Digits.three(seconds / MILLI) + " ms" : Digits.three(seconds) + " s";
  }
}
