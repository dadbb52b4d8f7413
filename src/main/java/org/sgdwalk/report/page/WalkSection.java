package org.sgdwalk.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.trace.CrossSectionRow;

/**
 * A cross-section as the page shows it.
 *
 * @param losses at uniform a from 0 to 1, nats per example; null where one is no finite number
 * @param minimum the least of them
 * @param a where that is
 * @param height mean of the ends minus the minimum
 * @param barrier height of the barrier, or 0
 * @param alpha where on its parabola the step lands; null where that has no minimum
 * @param says its shape in words
 */
record WalkSection(
    List<@Nullable Double> losses,
    @Nullable Double minimum,
    @Nullable Double a,
    @Nullable Double height,
    @Nullable Double barrier,
    @Nullable Double alpha,
    String says) {

  /**
   * Of a row of a trace.
   *
   * @param numericalFloor of its walk, nats per example; what is lower is no barrier
   */
  static WalkSection of(CrossSectionRow row, double numericalFloor) {
    List<@Nullable Double> losses = new ArrayList<>();
    int decimals = Rounded.decimals(row.losses());
    row.losses().forEach(loss -> losses.add(Rounded.of(loss, decimals)));
    double start = row.losses().get(0);
    boolean fell = row.endLoss() < start;
    double lower = fell ? row.endLoss() : start;
    return new WalkSection(
        losses,
        Rounded.of(row.inValley() ? row.floor() : lower, decimals),
        Rounded.of(row.inValley() ? row.floorA() : fell ? 1 : 0),
        Rounded.of(row.height()),
        Rounded.of(row.barrierHeight()),
        Rounded.of(row.alpha()),
        says(row, fell, numericalFloor));
  }

  private static String says(CrossSectionRow row, boolean fell, double numericalFloor) {
    String where = row.inValley() ? "inside" : fell ? "at the end" : "at the start";
    String barrier = row.barrierHeight() > numericalFloor ? ", barrier" : ", no barrier";
    return "minimum " + where + barrier;
  }
}
