package org.sgdwalk.judge;

import java.time.Duration;
import java.time.Instant;

/**
 * What it took to make the runs behind a verdict. Claims that share a run have its whole time each.
 *
 * @param runs how many were made; those that a store had are not counted
 * @param time their times added up, though some were made side by side
 * @param median of their times
 * @param ended when the last of them ended
 */
public record RunsTook(int runs, Duration time, Duration median, Instant ended) {
  /** For example {@code 28 runs, 3 min 20 s}. */
  public String words() {
    long seconds = Math.round(time.toMillis() / 1e3);
    String minutes = seconds < 60 ? "" : seconds / 60 + " min ";
    return "%d %s, %s%d s".formatted(runs, runs == 1 ? "run" : "runs", minutes, seconds % 60);
  }
}
