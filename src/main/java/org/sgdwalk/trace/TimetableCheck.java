package org.sgdwalk.trace;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.Timetable;

/** Holds every row of a trace against the timetable of its specification, as far as it got. */
final class TimetableCheck {
  /** The header is line 1. */
  private static final int FIRST_LINE = 2;

  private final Trace trace;
  private final Timetable timetable;
  private final Path dir;

  /** Updates that the run made and kept. */
  private final int made;

  private TimetableCheck(Trace trace, Path dir) {
    this.trace = trace;
    this.timetable = Timetable.of(trace.manifest().spec());
    this.dir = dir;
    this.made = made();
  }

  /**
   * Checks the rows of steps, epochs and spectra.
   *
   * @param dir the trace's directory, for errors
   * @throws TraceException naming file, line and column for a row that such a run does not have,
   *     and the file for a row that is missing
   */
  static void check(Trace trace, Path dir) {
    TimetableCheck check = new TimetableCheck(trace, dir);
    check.steps(); // Whose number bounds all that follows.
    List<Moment> evaluations =
        check.timetable.evaluations().takeWhile(m -> m.step() <= check.made).toList();
    check.epochs(evaluations);
    check.spectra(evaluations);
  }

  private int made() {
    int planned = trace.manifest().spec().updates();
    if (trace.manifest().status() instanceof Status.Diverged diverged) {
      if (diverged.step() < 1 || diverged.step() > planned) {
        throw new TraceException(
            file(TraceDirectory.STEPS)
                + ": diverged at step "
                + diverged.step()
                + "; must be 1 to "
                + planned);
      }
      return diverged.step() - 1;
    }
    return planned;
  }

  private void steps() {
    requireRows(TraceDirectory.STEPS, "steps", trace.steps().size(), made);
    Iterator<Moment> moments = timetable.iterator();
    for (StepRow row : trace.steps()) {
      step(row, moments.next());
    }
  }

  private void step(StepRow row, Moment moment) {
    String file = TraceDirectory.STEPS;
    int line = row.step() - 1 + FIRST_LINE;
    requireEqual(file, line, "epoch", moment.epoch(), row.epoch());
    CrossSectionRow section = row.crossSection();
    if ((section != null) != moment.probed()) {
      throw new TraceException(
          where(file, line, "loss_a00")
              + (moment.probed()
                  ? "must be a number; the manifest's spec probes step "
                  : "must be empty; the manifest's spec does not probe step ")
              + moment.step());
    }
    // Of a step that is rechecked it may be empty: the losses over the other chunks may overflow.
    if (section != null && !Double.isNaN(section.numericalFloor()) && !moment.rechecked()) {
      throw new TraceException(
          where(file, line, "numerical_floor")
              + "must be empty; the manifest's spec does not recheck step "
              + moment.step());
    }
  }

  private void epochs(List<Moment> evaluations) {
    requireRows(TraceDirectory.EPOCHS, "rows", trace.epochs().size(), evaluations.size());
    for (int i = 0; i < evaluations.size(); i++) {
      epoch(trace.epochs().get(i), evaluations.get(i), i + FIRST_LINE);
    }
  }

  private void epoch(EpochRow row, Moment moment, int line) {
    String file = TraceDirectory.EPOCHS;
    requireEqual(file, line, "epoch", moment.epoch(), row.epoch());
    requireEqual(file, line, "step", moment.step(), row.step());
    boolean measured = row.sharpness() != null || row.covariance() != null;
    if (measured && !moment.curvature()) {
      throw new TraceException(
          where(
                  file,
                  line,
                  (row.sharpness() != null ? SharpnessColumns.NAMES : CovarianceColumns.NAMES)
                      .get(0))
              + "must be empty; the manifest's spec does not measure the curvature at epoch "
              + moment.epoch());
    }
  }

  private void spectra(List<Moment> evaluations) {
    Set<List<Integer>> due =
        evaluations.stream()
            .filter(Moment::curvature)
            .map(m -> List.of(m.epoch(), m.step()))
            .collect(Collectors.toSet());
    for (int i = 0; i < trace.spectra().size(); i++) {
      SpectrumRow row = trace.spectra().get(i);
      if (!due.contains(List.of(row.epoch(), row.step()))) {
        throw new TraceException(
            where(TraceDirectory.SPECTRA, i + FIRST_LINE, "epoch")
                + "must be an epoch at which the manifest's spec measures the curvature, got "
                + row.epoch()
                + " at step "
                + row.step());
      }
    }
  }

  private void requireRows(String name, String rows, int got, int expected) {
    if (got != expected) {
      throw new TraceException(
          file(name)
              + ": "
              + got
              + " "
              + rows
              + "; a run with this specification and status has "
              + expected);
    }
  }

  private void requireEqual(String name, int line, String column, int expected, int got) {
    if (got != expected) {
      throw new TraceException(
          where(name, line, column)
              + "must be "
              + expected
              + " by the manifest's spec, got "
              + got);
    }
  }

  private String where(String name, int line, String column) {
    return file(name) + ": line " + line + ", column " + column + ": ";
  }

  private String file(String name) {
    return dir.resolve(name).toString();
  }
}
