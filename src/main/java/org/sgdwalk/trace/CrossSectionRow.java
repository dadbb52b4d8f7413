package org.sgdwalk.trace;

import java.util.List;

/**
 * The probed cross-section of one step. Losses are nats per example; NaN stands for "not defined"
 * and is an empty cell on disk.
 *
 * @param losses L at K uniform values of a, from 0 to 1
 * @param floor valley floor: the minimum when attained at an interior a, else NaN
 * @param floorA the a of the valley floor, else NaN
 * @param height (L(theta_t) + L(theta_{t+1})) / 2 - min_a L, 0 or more
 * @param barrierHeight largest interior loss minus the larger end point when positive, else 0
 * @param convexity fraction of second differences that are 0 or more
 * @param quadraticR2 R^2 of the least-squares parabola through the losses
 * @param alpha where on that parabola the step lands (-1 its start, 0 the floor, 1 the other wall);
 *     NaN where the parabola has no minimum or starts at it
 * @param numericalFloor how much height or barrier height move when only the chunks change; NaN
 *     where the step was not rechecked
 */
public record CrossSectionRow(
    List<Double> losses,
    double floor,
    double floorA,
    double height,
    double barrierHeight,
    double convexity,
    double quadraticR2,
    double alpha,
    double numericalFloor) {

  /** Copies the losses. */
  public CrossSectionRow {
    losses = List.copyOf(losses);
  }

  /** Whether the cross-section has its minimum at an interior a. */
  public boolean inValley() {
    return !Double.isNaN(floor);
  }

  /** L at the end point, theta_{t+1}. */
  public double endLoss() {
    return losses.get(losses.size() - 1);
  }
}
