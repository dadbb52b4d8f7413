package org.sgdwalk.run;

import org.sgdwalk.spec.RunSpec;

/**
 * Passes that a run makes through its network, by kind, counted in images before it is made; each
 * count is at most the largest long, which stands for everything above it too.
 *
 * @param batches images of SGD's mini-batches: forward and backward
 * @param gradients images of full-batch gradients and of the variance of isotropic noise, in
 *     chunks: forward and backward
 * @param examples images of the gradient covariance, each a pass of its own: forward and backward
 * @param pointsOfLines images times points of cross-sections that are points of one line, rechecks
 *     included: forward
 * @param lines images times such lines
 * @param lonePoints images times points of cross-sections that are computed one by one: forward
 * @param evaluations images of the training and validation parts: forward
 * @param products images times Hessian products at most, as the iteration stops when it has
 *     converged, and times the covariance's directions, each half a product
 * @param firstProducts of those the first ones at their theta and statistics, which have nothing to
 *     start from
 */
public record RunPasses(
    long batches,
    long gradients,
    long examples,
    long pointsOfLines,
    long lines,
    long lonePoints,
    long evaluations,
    long products,
    long firstProducts) {
  private static final int GRADIENTS_A_PRODUCT = 2;

  /** Those of a run that does not diverge. */
  public static RunPasses of(RunSpec spec) {
    return behind(spec, 0);
  }

  /**
   * Those of a run that goes on from another's, or its own, checkpoint.
   *
   * @param updates how many it has made by then; 0 for a run that begins
   */
  public static RunPasses behind(RunSpec spec, int updates) {
    return new PassCount(spec).behind(updates);
  }

  /** In images that go through the network; a Hessian product counts as two gradients. */
  public RunCost cost() {
    return new RunCost(
        RunCost.sum(batches, gradients),
        RunCost.sum(pointsOfLines, lonePoints),
        evaluations,
        RunCost.sum(RunCost.product(products, GRADIENTS_A_PRODUCT), examples));
  }
}
