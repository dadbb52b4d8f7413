package org.sgdwalk.progress;

/**
 * Tells a person how far work is that goes in rounds, of which nobody knows how many there will be:
 * what is left is between the round that is being made and all that may follow.
 */
public interface RoundsProgress extends AutoCloseable {
  /**
   * Begins a round.
   *
   * @param pieces of how many pieces it is
   * @param least the work of these
   * @param most the work of these and of all that may follow, in the same unit
   */
  void round(int pieces, double least, double most);

  /** A piece of so much work is done. */
  void done(double work);

  @Override
  void close();

  /** A bar on a terminal; in a log a line now and then. */
  static RoundsProgress of(String task, String unit) {
    return Terminal.isInteractive()
        ? new TerminalRounds(task, unit)
        : new LogRounds(task, unit, System::nanoTime);
  }
}
