package org.sgdwalk.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.DensitySpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.SharpnessSpec;

/** Holds {@code spectra.csv} against the epochs that were measured and what was asked for there. */
final class SpectraCheck {
  /**
   * Fewer eigenvalues than asked for has a space of fewer dimensions; ResNet-8 of width 1 has 357.
   */
  private static final int FEWEST_PARAMETERS = 300;

  private final SharpnessSpec asked;
  private final boolean network;
  private final List<SpectrumRow> rows;
  private final String file;
  private final boolean withNoise;
  private int next;

  private SpectraCheck(Trace trace, SharpnessSpec asked, String file) {
    this.asked = asked;
    this.network = !(trace.manifest().spec().network() instanceof NetworkSpec.Quadratic);
    this.rows = trace.spectra();
    this.file = file;
    // Traces of before there was the column are without, all of their rows.
    this.withNoise =
        trace.manifest().spec().probes().covariance() != null
            && rows.stream().anyMatch(row -> !Double.isNaN(row.noise()));
  }

  /**
   * Checks that each measured epoch has its eigenvalues, then its density, and nothing else.
   *
   * @param file name for errors
   * @throws TraceException that names file, line and column, or the file where rows are missing
   */
  static void check(Trace trace, String file) {
    SharpnessSpec asked = trace.manifest().spec().probes().sharpness();
    if (asked == null || !asked.hasSpectra()) {
      return;
    }
    SpectraCheck check = new SpectraCheck(trace, asked, file);
    for (EpochRow epoch : trace.epochs()) {
      if (epoch.sharpness() != null) {
        check.epoch(epoch, epoch.sharpness());
      }
    }
    if (check.next < check.rows.size()) {
      throw check.place().error("epoch", "must not be there; no epoch that was measured has it");
    }
  }

  private TablePlace place() {
    return new TablePlace(file, next);
  }

  /** The next row where it is this epoch's and of this kind. */
  private @Nullable SpectrumRow take(EpochRow epoch, boolean eigenvalue) {
    if (next == rows.size()) {
      return null;
    }
    SpectrumRow row = rows.get(next);
    return row.epoch() == epoch.epoch()
            && row.step() == epoch.step()
            && Double.isNaN(row.density()) == eigenvalue
        ? row
        : null;
  }

  private void epoch(EpochRow epoch, SharpnessRow sharpness) {
    int pairs = 0;
    double above = sharpness.spectralNorm();
    for (SpectrumRow row = take(epoch, true); row != null; row = take(epoch, true)) {
      eigenvalue(row, sharpness, pairs == 0, above);
      above = Math.abs(row.eigenvalue());
      pairs++;
      next++;
    }
    int least = network ? Math.min(asked.topK(), FEWEST_PARAMETERS) : 1;
    if (pairs < least || pairs > asked.topK()) {
      throw missing(epoch, pairs + " eigenvalues; must be " + asked.topK());
    }
    density(epoch, asked.density());
  }

  private void eigenvalue(SpectrumRow row, SharpnessRow sharpness, boolean first, double above) {
    TablePlace place = place();
    if (first) {
      place.requireSame("eigenvalue", sharpness.lambdaMax(), row.eigenvalue(), "epochs.csv");
      place.requireSame("residual", sharpness.residual(), row.residual(), "epochs.csv");
    }
    place.requireWithin("eigenvalue", -above, above, row.eigenvalue());
    place.requireMagnitude("residual", row.residual());
    place.requireThere("v_C_v", withNoise, row.noise(), "as the other eigenvalues are");
  }

  private void density(EpochRow epoch, @Nullable DensitySpec density) {
    int points = 0;
    double before = Double.NEGATIVE_INFINITY;
    for (SpectrumRow row = take(epoch, false); row != null; row = take(epoch, false)) {
      if (row.eigenvalue() < before) {
        throw place().error("eigenvalue", "must ascend, got " + TablePlace.shown(row.eigenvalue()));
      }
      place().requireMagnitude("density", row.density());
      before = row.eigenvalue();
      points++;
      next++;
    }
    int expected = density == null ? 0 : density.points();
    if (points != expected) {
      throw missing(epoch, points + " points of a density; must be " + expected);
    }
  }

  private TraceException missing(EpochRow epoch, String problem) {
    return new TraceException(
        file + ": epoch " + epoch.epoch() + " at step " + epoch.step() + " has " + problem);
  }
}
