package org.sgdwalk.run.checkpoint;

import java.util.List;
import java.util.Map;
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
    Map<Integer, byte[]> thetaFiles) {}
