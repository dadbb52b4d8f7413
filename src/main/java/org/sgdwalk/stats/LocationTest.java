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

  /** The look of what no look shows. */
  public static final int NEVER = Integer.MAX_VALUE;

  /**
   * The first look, from 0, that shows the centre above a bound; {@link #NEVER} if none does.
   *
   * @param effects in the order in which they came in; those beyond the last look that they reach
   *     do not count yet
   */
  public int above(double[] effects, double bound) {
    return firstLook(known(effects, Double.NEGATIVE_INFINITY), x -> SignedRank.above(x, bound));
  }

  /** The first look that shows the centre below a bound. */
  public int below(double[] effects, double bound) {
    return firstLook(known(effects, Double.POSITIVE_INFINITY), x -> SignedRank.below(x, bound));
  }

  /** The first look after which the centre is shown within a margin of 0: two one-sided tests. */
  public int within(double[] effects, double margin) {
    int above = above(effects, -margin);
    return above == NEVER ? NEVER : Math.max(above, below(effects, margin));
  }

  /**
   * The p-value of a centre above a bound at each look that is reached, divided by that look's
   * level: the first that is at most 1 shows it.
   */
  public double[] excessAbove(double[] effects, double bound) {
    return excess(known(effects, Double.NEGATIVE_INFINITY), x -> SignedRank.above(x, bound));
  }

  /** The same of a centre below a bound. */
  public double[] excessBelow(double[] effects, double bound) {
    return excess(known(effects, Double.POSITIVE_INFINITY), x -> SignedRank.below(x, bound));
  }

  private double[] excess(double[] effects, ToDoubleFunction<double[]> p) {
    double[] excess = new double[design.looksUpTo(effects.length)];
    for (int k = 0; k < excess.length; k++) {
      excess[k] = p.applyAsDouble(Arrays.copyOf(effects, design.looks().get(k))) / design.level(k);
    }
    return excess;
  }

  private int firstLook(double[] effects, ToDoubleFunction<double[]> p) {
    for (int k = 0; k < design.looks().size(); k++) {
      int look = design.looks().get(k);
      if (look <= effects.length
          && p.applyAsDouble(Arrays.copyOf(effects, look)) <= design.level(k)) {
        return k;
      }
    }
    return NEVER;
  }

  private static double[] known(double[] effects, double worst) {
    double[] known = effects.clone();
    for (int i = 0; i < known.length; i++) {
      known[i] = Double.isNaN(known[i]) ? worst : known[i];
    }
    return known;
  }
}
