package org.sgdwalk.progress;

/** Tells a person how far long work is. */
public interface Progress extends AutoCloseable {
  /** Says nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void advance(long units) {}

        @Override
        public void close() {}
      };

  /** One more unit is done. */
  default void advance() {
    advance(1);
  }

  /** So many more units are done. */
  void advance(long units);

  @Override
  void close();

  /** A bar with an ETA on a terminal; in a log a line now and then. */
  static Progress of(String task, String unit, long total) {
    return Terminal.isInteractive()
        ? new TerminalProgress(task, unit, total)
        : new LogProgress(task, unit, total);
  }
}
