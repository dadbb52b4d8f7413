package org.sgdwalk.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Where the centre of effects lies, by {@link SignedRank signed ranks} at the looks of a design:
 * what one look has shown stays shown. Whichever bound is asked for, the chance that it is shown
 * wrongly at any look is at most the design's error. An effect that is NaN, of which nothing is
 * known, counts as the worst there is for what is to be shown.
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
    return shows(known(effects, Double.NEGATIVE_INFINITY), x -> SignedRank.above(x, bound));
  }

  /** Whether the centre is shown to lie below a bound. */
  public boolean showsBelow(double[] effects, double bound) {
    return shows(known(effects, Double.POSITIVE_INFINITY), x -> SignedRank.below(x, bound));
  }

  /** Whether the centre is shown to lie within a margin of 0: two one-sided tests. */
  public boolean showsWithin(double[] effects, double margin) {
    return showsAbove(effects, -margin) && showsBelow(effects, margin);
  }

  private boolean shows(double[] effects, ToDoubleFunction<double[]> p) {
    boolean shown = false;
    for (int k = 0; k < design.looks().size() && !shown; k++) {
      int look = design.looks().get(k);
      shown =
          look <= effects.length
              && p.applyAsDouble(Arrays.copyOf(effects, look)) <= design.level(k);
    }
    return shown;
  }

  private static double[] known(double[] effects, double worst) {
    return Arrays.stream(effects).map(x -> Double.isNaN(x) ? worst : x).toArray();
  }
}
