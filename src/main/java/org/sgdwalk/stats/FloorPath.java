package org.sgdwalk.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the valley floor moves along training: does it fall, and does it go up and down again
 * (section 3.1)? Steps that are not in a valley have no floor (NaN) and are skipped; each defined
 * floor is compared with the defined one before it. Changes no larger than a numerical floor are
 * neither rise nor fall.
 *
 * @param comparisons number of pairs compared: defined floors less one, 0 or more
 * @param falling fraction of comparisons in which the floor falls by more than the numerical floor;
 *     NaN when there are none
 * @param rising likewise for rises; {@code falling + rising} is at most 1
 * @param barriers floor barriers: the largest number of peaks that can be picked along the path so
 *     that each stands above the floors picked before, between and after them by more than the
 *     numerical floor. With numerical floor 0 these are the local maxima, a plateau counted once;
 *     the first and the last floor are never one
 * @param meanRise mean of the rises above the numerical floor, in the floors' unit; NaN without any
 */
public record FloorPath(
    int comparisons, double falling, double rising, int barriers, double meanRise) {

  /**
   * Follows the floors in the order of steps.
   *
   * @param floors valley floors, NaN where there is none; may be empty; not modified
   * @param numericalFloor how much a floor moves for numerical reasons alone, 0 or more, in the
   *     floors' unit
   * @throws IllegalArgumentException for an infinite floor, or a numerical floor that is negative,
   *     NaN or infinite
   */
  public static FloorPath of(double[] floors, double numericalFloor) {
    if (!(numericalFloor >= 0 && Double.isFinite(numericalFloor))) {
      throw new IllegalArgumentException(
          "the numerical floor must be 0 or more and finite, got " + numericalFloor);
    }
    double[] defined = Arrays.stream(floors).filter(floor -> !Double.isNaN(floor)).toArray();
    Finite.require(defined, "floor");
    int falls = 0;
    int rises = 0;
    double risen = 0;
    for (int i = 1; i < defined.length; i++) {
      falls += defined[i - 1] - defined[i] > numericalFloor ? 1 : 0;
      double rise = defined[i] - defined[i - 1];
      rises += rise > numericalFloor ? 1 : 0;
      risen += rise > numericalFloor ? rise : 0;
    }
    int comparisons = Math.max(0, defined.length - 1);
    return new FloorPath(
        comparisons,
        comparisons == 0 ? Double.NaN : (double) falls / comparisons,
        comparisons == 0 ? Double.NaN : (double) rises / comparisons,
        peaks(defined, numericalFloor).size(),
        rises == 0 ? Double.NaN : risen / rises);
  }

  /**
   * Which floors are the tops of floor barriers, for a figure: as many as {@link #barriers}.
   *
   * @param floors valley floors, NaN where there is none; not modified
   * @param numericalFloor as in {@link #of}
   * @return indices into the floors, in order
   */
  public static List<Integer> peaks(double[] floors, double numericalFloor) {
    List<Integer> peaks = new ArrayList<>();
    // Turns round only where the path has left its last extreme by more than the numerical floor.
    boolean climbing = false;
    double extreme = Double.POSITIVE_INFINITY;
    int top = 0;
    for (int i = 0; i < floors.length; i++) {
      double floor = floors[i];
      if (climbing && floor > extreme) {
        extreme = floor;
        top = i;
      } else if (climbing && extreme - floor > numericalFloor) {
        peaks.add(top);
        climbing = false;
        extreme = floor;
      } else if (!climbing && floor - extreme > numericalFloor) {
        climbing = true;
        extreme = floor;
        top = i;
      } else if (!climbing && floor < extreme) {
        extreme = floor;
      }
    }
    return peaks;
  }
}
