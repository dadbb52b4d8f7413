package org.sgdwalk.run;

import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.CovarianceSpec;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.spec.Timetable;
import org.sgdwalk.trace.EpochsCsv;
import org.sgdwalk.trace.SpectraCsv;
import org.sgdwalk.trace.StepsCsv;

/** How large the trace of a run will be, from the rows and columns of its tables. */
final class TraceSize {
  /** A number of float64 in as few digits as it can be read back from, and its comma: usually. */
  private static final int NUMBER = 19;

  /** What is said of a cross-section's losses: half of it is 0, 1 or empty. */
  private static final int SHAPE = 11;

  /** In a row of an epoch: accuracies are short, and what was not asked for is empty. */
  private static final int MEASURED = 14;

  /** Step, epoch and learning rate with their commas. */
  private static final int COUNTS = 14;

  private static final int COUNT_COLUMNS = 3;

  /** Manifest and heads of tables: specification, versions, sums, some of them optional. */
  private static final int MANIFEST = 2700;

  private final RunSpec spec;
  private long bytes;

  private TraceSize(RunSpec spec) {
    this.spec = spec;
  }

  /** Bytes of all its files, without thetas that are kept. */
  static long bytes(RunSpec spec) {
    return new TraceSize(spec).sum();
  }

  private long sum() {
    ProbeSpec probes = spec.probes();
    CrossSectionSpec section = probes.crossSection();
    long update = COUNTS + (long) NUMBER * (StepsCsv.columns(0).size() - COUNT_COLUMNS);
    long probe =
        section == null
            ? 0
            : (long) NUMBER * section.points() + (long) SHAPE * shapeColumns(section.points());
    bytes = MANIFEST;
    evaluation(Timetable.of(spec).start());
    for (Moment moment : Timetable.of(spec)) {
      bytes += update + (moment.probed() ? probe : 0);
      evaluation(moment);
    }
    return bytes;
  }

  private void evaluation(Moment moment) {
    ProbeSpec probes = spec.probes();
    if (!moment.evaluated()) {
      return;
    }
    ProbeSpec plain = new ProbeSpec(null, probes.evaluation());
    int columns = EpochsCsv.columns(moment.curvature() ? probes : plain).size();
    bytes += (long) MEASURED * columns;
    SharpnessSpec sharpness = probes.sharpness();
    if (sharpness != null && sharpness.hasSpectra() && moment.curvature()) {
      bytes += rows(sharpness) * spectrumRow(probes.covariance());
    }
  }

  private static int shapeColumns(int points) {
    return StepsCsv.columns(points).size() - StepsCsv.columns(0).size() - points;
  }

  private static long rows(SharpnessSpec sharpness) {
    return sharpness.topK() + (sharpness.density() == null ? 0L : sharpness.density().points());
  }

  private static long spectrumRow(@Nullable CovarianceSpec covariance) {
    return COUNTS + (long) NUMBER * (SpectraCsv.columns(covariance != null).size() - COUNT_COLUMNS);
  }
}
