package org.sgdwalk.stats;

/**
 * The shape of a cross-section: K losses between two consecutive iterates, at uniform a = 0,
 * 1/(K-1), ..., 1 (section 3 of the paper). Units are those of the losses, nats per example.
 *
 * @param inValley whether the minimum is interior: some interior loss is strictly below both ends
 * @param floor valley floor: that minimum; NaN when not in a valley
 * @param floorA the a of the valley floor, the smallest one when several share it, strictly between
 *     0 and 1; NaN when not in a valley
 * @param height (L(0) + L(1)) / 2 - min_a L, the minimum taken over all a, ends included; 0 or more
 * @param barrierHeight largest interior loss minus the larger end when positive, else 0 (footnote
 *     1)
 * @param convexity fraction of the K - 2 second differences that are 0 or more, compared exactly: a
 *     section that is straight up to rounding may have any value
 * @param quadraticR2 R^2 of the least-squares parabola in a, 0 to 1; NaN for a constant section,
 *     which leaves nothing to explain
 * @param alpha where on that parabola the step lands: -1 is where it started, 0 the floor, 1 the
 *     other wall at the height of the start, below -1 is away from the floor; NaN where the
 *     parabola has no minimum or starts at it
 */
public record CrossSectionShape(
    boolean inValley,
    double floor,
    double floorA,
    double height,
    double barrierHeight,
    double convexity,
    double quadraticR2,
    double alpha) {

  /** The fewest points with an interior one, and the fewest that determine a parabola. */
  public static final int MIN_POINTS = 3;

  /**
   * The shape of K losses at uniform a in [0, 1].
   *
   * @param losses at least {@value #MIN_POINTS} finite losses, in the order of a; not modified
   * @throws IllegalArgumentException for fewer losses or one that is NaN or infinite
   */
  public static CrossSectionShape of(double[] losses) {
    check(losses);
    int last = losses.length - 1;
    int lowest = 1;
    int highest = 1;
    int convex = 0;
    for (int i = 1; i < last; i++) {
      lowest = losses[i] < losses[lowest] ? i : lowest;
      highest = losses[i] > losses[highest] ? i : highest;
      convex += losses[i + 1] - losses[i] >= losses[i] - losses[i - 1] ? 1 : 0;
    }
    double lowerEnd = Math.min(losses[0], losses[last]);
    double upperEnd = Math.max(losses[0], losses[last]);
    boolean inValley = losses[lowest] < lowerEnd;
    double min = inValley ? losses[lowest] : lowerEnd;
    QuadraticFit fit = QuadraticFit.of(losses);
    return new CrossSectionShape(
        inValley,
        inValley ? min : Double.NaN,
        inValley ? (double) lowest / last : Double.NaN,
        // Half of each difference, not of the ends' sum: rounding cannot bring it below 0.
        (losses[0] - min) / 2 + (losses[last] - min) / 2,
        Math.max(0, losses[highest] - upperEnd),
        (double) convex / (last - 1),
        fit.rSquared(),
        fit.alpha());
  }

  private static void check(double[] losses) {
    if (losses.length < MIN_POINTS) {
      throw new IllegalArgumentException(
          "a cross-section has at least " + MIN_POINTS + " losses, got " + losses.length);
    }
    Finite.require(losses, "loss");
  }
}
