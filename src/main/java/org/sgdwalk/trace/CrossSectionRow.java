package org.sgdwalk.trace;

import java.util.Arrays;

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
 * @param numericalFloor how much height or barrier height move when only the chunks change; NaN
 *     where the step was not rechecked
 */
public record CrossSectionRow(
    double[] losses,
    double floor,
    double floorA,
    double height,
    double barrierHeight,
    double convexity,
    double quadraticR2,
    double numericalFloor) {

  /** Copies the losses. */
  public CrossSectionRow {
    losses = losses.clone();
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }

  /** Whether the cross-section has its minimum at an interior a. */
  public boolean inValley() {
    return !Double.isNaN(floor);
  }

  /** L at the end point, theta_{t+1}. */
  public double endLoss() {
    return losses[losses.length - 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CrossSectionRow that
        && Arrays.equals(losses, that.losses)
        && Arrays.equals(scalars(), that.scalars());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(losses) + Arrays.hashCode(scalars());
  }

  @Override
  public String toString() {
    return "CrossSectionRow" + Arrays.toString(losses) + Arrays.toString(scalars());
  }

  private double[] scalars() {
    return new double[] {
      floor, floorA, height, barrierHeight, convexity, quadraticR2, numericalFloor
    };
  }
}
