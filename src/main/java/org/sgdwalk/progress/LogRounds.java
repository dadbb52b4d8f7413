package org.sgdwalk.progress;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A line on standard error every half minute. */
final class LogRounds implements RoundsProgress {
  private static final long PERIOD = Duration.ofSeconds(30).toNanos();

  private final String task;
  private final String unit;
  private final LongSupplier clock;
  private final RoundsLeft left;
  private long lastLine;

  LogRounds(String task, String unit, LongSupplier clock) {
    this.task = task;
    this.unit = unit;
    this.clock = clock;
    this.left = new RoundsLeft(clock);
    this.lastLine = clock.getAsLong();
  }

  @Override
  public void round(int pieces, double least, double most) {
    left.round(pieces, least, most);
  }

  @Override
  public void done(double work) {
    left.done(work);
    long now = clock.getAsLong();
    if (now - lastLine >= PERIOD) {
      lastLine = now;
      System.err.println(task + ", " + left.line(unit));
    }
  }

  @Override
  public void close() {}
}
