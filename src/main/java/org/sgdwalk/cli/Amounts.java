package org.sgdwalk.cli;

import java.util.Locale;

/** Large amounts in few words. */
final class Amounts {
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final double FEW = 2;

  private static final double MEGABYTE = 1e6;
  private static final double GIGABYTE = 1e9;

  private Amounts() {}

  /** Seconds while they are few enough to read, then minutes, hours, days. */
  static String time(double seconds) {
    if (seconds < FEW * MINUTE) {
      return String.format(Locale.ROOT, "%.1f seconds", seconds);
    }
    if (seconds < FEW * HOUR) {
      return String.format(Locale.ROOT, "%.1f minutes", seconds / MINUTE);
    }
    return seconds < FEW * DAY
        ? String.format(Locale.ROOT, "%.1f hours", seconds / HOUR)
        : String.format(Locale.ROOT, "%,.0f days", seconds / DAY);
  }

  /** For example {@code 7.1e+19}. */
  static String operations(double operations) {
    return String.format(Locale.ROOT, "%.2e", operations);
  }

  /** Multiplications and additions a second, in GFLOP/s. */
  static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%.0f", perSecond / 1e9);
  }

  /** Megabytes, or gigabytes where there are many. */
  static String bytes(long bytes) {
    return bytes < GIGABYTE
        ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)
        : String.format(Locale.ROOT, "%.2f GB", bytes / GIGABYTE);
  }
}
