package org.sgdwalk.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Where the centre of effects lies, by {@link SignedRank signed ranks} at the looks of a design:
 * what one look has shown stays shown. Whichever bound is asked for, the chance that it is shown
 * wrongly at any look is at most the design's error. Effects that are NaN are no part of it.
 *
 * @param design the looks and their levels
 */
public record LocationTest(GroupSequentialDesign design) {

  /**
   * Whether the centre is shown to lie above a bound.
   *
   * @param effects in the order in which they came in; those beyond the last look that they reach
   *     do not count yet
   */
  public boolean showsAbove(double[] effects, double bound) {
    return shows(effects, values -> SignedRank.above(values, bound));
  }

  /** Whether the centre is shown to lie below a bound. */
  public boolean showsBelow(double[] effects, double bound) {
    return shows(effects, values -> SignedRank.below(values, bound));
  }

  /** Whether the centre is shown to lie within a margin of 0: two one-sided tests. */
  public boolean showsWithin(double[] effects, double margin) {
    return showsAbove(effects, -margin) && showsBelow(effects, margin);
  }

  private boolean shows(double[] effects, ToDoubleFunction<double[]> p) {
    boolean shown = false;
    for (int k = 0; k < design.looks().size() && !shown; k++) {
      int look = design.looks().get(k);
      shown = look <= effects.length && p.applyAsDouble(first(effects, look)) <= design.level(k);
    }
    return shown;
  }

  private static double[] first(double[] effects, int look) {
    return Arrays.stream(effects).limit(look).filter(x -> !Double.isNaN(x)).toArray();
  }
}
