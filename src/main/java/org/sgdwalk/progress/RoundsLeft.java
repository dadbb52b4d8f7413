package org.sgdwalk.progress;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How much of work in rounds is left, from how fast it went so far. */
final class RoundsLeft {
  private static final double SECONDS_AS_SUCH = 120;
  private static final double MINUTES_AS_SUCH = 120;

  private final LongSupplier clock;
  private final long start;
  private int round;
  private int pieces;
  private int piecesDone;
  private double least;
  private double most;
  private double workDone;

  RoundsLeft(LongSupplier clock) {
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  void round(int pieces, double least, double most) {
    round++;
    this.pieces = pieces;
    this.piecesDone = 0;
    this.least = least;
    this.most = most;
  }

  void done(double work) {
    piecesDone++;
    workDone += work;
    least = Math.max(0, least - work);
    most = Math.max(least, most - work);
  }

  /** For example {@code round 2: 15 of 60 runs, 30 s, 90 s to 6 min left}. */
  String line(String unit) {
    double elapsed = (clock.getAsLong() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "round %d: %d of %d %s, %s, %s",
        round,
        piecesDone,
        pieces,
        unit,
        time(elapsed),
        left(elapsed));
  }

  private String left(double elapsed) {
    if (workDone == 0) {
      return "time left not known yet";
    }
    double few = elapsed / workDone * least;
    double many = elapsed / workDone * most;
    return time(few).equals(time(many))
        ? "about " + time(few) + " left"
        : "about " + time(few) + " to " + time(many) + " left";
  }

  private static String time(double seconds) {
    double minutes = seconds / 60;
    return seconds < SECONDS_AS_SUCH
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : minutes < MINUTES_AS_SUCH
            ? String.format(Locale.ROOT, "%.0f min", minutes)
            : String.format(Locale.ROOT, "%.0f h", minutes / 60);
  }
}
