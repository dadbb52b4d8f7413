package org.sgdwalk.run.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.Timetable;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SpectrumRow;
import org.sgdwalk.trace.StepRow;

/**
 * The rows of a run so far; views of what its recorders go on filling.
 *
 * @param steps one an update
 * @param epochs one an evaluation
 * @param spectra eigenvalues and densities
 * @param thetaFiles NumPy archives of kept thetas, by number of updates made, ascending
 */
public record WalkRows(
    List<StepRow> steps,
    List<EpochRow> epochs,
    List<SpectrumRow> spectra,
    Map<Integer, byte[]> thetaFiles) {

  /** Gives those that another run with the same updates has: of its evaluations alone. */
  WalkRows of(RunSpec run, int updates) {
    Set<Integer> evaluated = evaluations(run, updates);
    return new WalkRows(
        steps,
        epochs.stream().filter(row -> evaluated.contains(row.step())).toList(),
        spectra,
        thetaFiles);
  }

  /** Whether every evaluation that a run has up to there is among these. */
  boolean cover(RunSpec run, int updates) {
    return epochs.stream()
        .map(EpochRow::step)
        .collect(Collectors.toSet())
        .containsAll(evaluations(run, updates));
  }

  private static Set<Integer> evaluations(RunSpec run, int updates) {
    return Timetable.of(run)
        .evaluations()
        .map(Moment::step)
        .takeWhile(step -> step <= updates)
        .collect(Collectors.toSet());
  }
}
