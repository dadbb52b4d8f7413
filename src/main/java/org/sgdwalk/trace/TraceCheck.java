package org.sgdwalk.trace;

import java.nio.file.Path;

/**
 * Holds the content of a trace against its manifest and itself: the right sums of impossible rows
 * make no trace.
 */
final class TraceCheck {
  private TraceCheck() {}

  /**
   * Checks the rows of all tables.
   *
   * @param dir the trace's directory, for errors
   * @param alpha whether its steps have that column
   * @throws TraceException naming file, line and column, or the file where rows are missing
   */
  static void check(Trace trace, Path dir, boolean alpha) {
    TimetableCheck.check(trace, dir);
    StepsCheck.check(trace, dir.resolve(TraceDirectory.STEPS).toString(), alpha);
    EpochsCheck.check(trace, dir.resolve(TraceDirectory.EPOCHS).toString());
    SpectraCheck.check(trace, dir.resolve(TraceDirectory.SPECTRA).toString());
  }
}
