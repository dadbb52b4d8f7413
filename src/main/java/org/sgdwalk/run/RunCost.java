package org.sgdwalk.run;

import org.sgdwalk.spec.RunSpec;

/**
 * What a run costs, counted in images that go through the network; each count is at most the
 * largest long, which stands for everything above it too.
 *
 * @param gradients images whose gradient the updates take, those for the variance of isotropic
 *     noise included: forward and backward
 * @param sections images times points of cross-sections, rechecks included: forward
 * @param evaluations images of the training and validation parts: forward
 * @param curvature images of gradients for Hessian-vector products, two each, and for the gradient
 *     covariance; as many as there may be, since the iteration stops when it has converged
 */
public record RunCost(long gradients, long sections, long evaluations, long curvature) {
  /** No run. */
  public static final RunCost NONE = new RunCost(0, 0, 0, 0);

  /** The cost of a run that does not diverge. */
  public static RunCost of(RunSpec spec) {
    return RunPasses.of(spec).cost();
  }

  /** The costs of both runs together. */
  public RunCost plus(RunCost other) {
    return new RunCost(
        sum(gradients, other.gradients),
        sum(sections, other.sections),
        sum(evaluations, other.evaluations),
        sum(curvature, other.curvature));
  }

  /** The cost of so many such runs. */
  public RunCost times(long factor) {
    return new RunCost(
        product(gradients, factor),
        product(sections, factor),
        product(evaluations, factor),
        product(curvature, factor));
  }

  /** Of counts; the largest long where it does not fit, as of a run that nobody can make. */
  static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  static long product(long one, long other) {
    return other > 0 && one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
  }
}
