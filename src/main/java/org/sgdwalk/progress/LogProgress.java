package org.sgdwalk.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line on standard error every half minute, with an ETA. */
final class LogProgress implements Progress {
  private static final long PERIOD = Duration.ofSeconds(30).toNanos();

  private final String task;
  private final String unit;
  private final long total;
  private final LongSupplier clock;
  private final long start;
  private long lastLine;
  private long done;

  LogProgress(String task, String unit, long total) {
    this(task, unit, total, System::nanoTime);
  }

  LogProgress(String task, String unit, long total, LongSupplier clock) {
    this.task = task;
    this.unit = unit;
    this.total = total;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.lastLine = start;
  }

  @Override
  public void advance(long units) {
    done += units;
    long now = clock.getAsLong();
    if (now - lastLine >= PERIOD) {
      lastLine = now;
      System.err.println(line(now));
    }
  }

  String line(long now) {
    double elapsed = (now - start) / 1e9;
    double left = elapsed / done * Math.max(0, total - done);
    return String.format(
        Locale.ROOT,
        "%s: %d of %d %s, %.0f s, about %.0f s left",
        task,
        done,
        total,
        unit,
        elapsed,
        left);
  }

  @Override
  public void close() {}
}
