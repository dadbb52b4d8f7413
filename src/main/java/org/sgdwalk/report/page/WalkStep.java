package org.sgdwalk.report.page;

import org.jspecify.annotations.Nullable;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.StepRow;

/**
 * An update as the page shows it.
 *
 * @param step its number from 1
 * @param epoch its epoch from 1
 * @param rate learning rate
 * @param batchLoss of its batch at its start, nats per example
 * @param cosine with the previous update's gradient; null for the first
 * @param distance from the initialisation, norm2
 * @param section its cross-section, or null where it was not probed
 */
record WalkStep(
    int step,
    int epoch,
    @Nullable Double rate,
    @Nullable Double batchLoss,
    @Nullable Double cosine,
    @Nullable Double distance,
    @Nullable WalkSection section) {

  static WalkStep of(StepRow row, double numericalFloor) {
    CrossSectionRow section = row.crossSection();
    return new WalkStep(
        row.step(),
        row.epoch(),
        Rounded.of(row.learningRate()),
        Rounded.of(row.batchLoss()),
        Rounded.of(row.cosine()),
        Rounded.of(row.distance()),
        section == null ? null : WalkSection.of(section, numericalFloor));
  }
}
