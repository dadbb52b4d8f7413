package org.sgdwalk.run;

import org.sgdwalk.net.PassOperations;

/**
 * Multiplications and additions of a run's products (FLOP), by kind of work: each kind runs at a
 * rate of its own.
 *
 * @param batches gradients of mini-batches
 * @param examples gradients of single examples
 * @param gradients gradients of chunks
 * @param sections points of cross-sections, and evaluations
 * @param curvature Hessian products, as many as there may be
 */
public record RunOperations(
    double batches, double examples, double gradients, double sections, double curvature) {
  /** No work. */
  public static final RunOperations NONE = new RunOperations(0, 0, 0, 0, 0);

  /**
   * Those of passes through a network.
   *
   * @param kept how much of the passes that Hessian products start from is kept for the next
   *     product at the same theta, 0 to 1; the rest is made anew for each
   */
  static RunOperations of(RunPasses passes, PassOperations an, double kept) {
    double again = (1 - kept) * ((double) passes.products() - passes.firstProducts());
    return new RunOperations(
        an.gradient() * passes.batches(),
        an.gradient() * passes.examples(),
        an.gradient() * passes.gradients(),
        an.pointOfLine() * passes.pointsOfLines()
            + an.line() * passes.lines()
            + an.forward() * ((double) passes.lonePoints() + passes.evaluations()),
        an.product() * passes.products() + an.gradient() * (passes.firstProducts() + again));
  }

  /** All of them. */
  public double total() {
    return batches + examples + gradients + sections + curvature;
  }

  /** Those of both. */
  public RunOperations plus(RunOperations other) {
    return new RunOperations(
        batches + other.batches,
        examples + other.examples,
        gradients + other.gradients,
        sections + other.sections,
        curvature + other.curvature);
  }

  /** Seconds on one thread at these rates. */
  public double seconds(NetworkSpeed speed) {
    return batches / speed.batches()
        + examples / speed.examples()
        + gradients / speed.gradients()
        + sections / speed.sections()
        + curvature / speed.curvature();
  }
}
