package org.sgdwalk.run;

import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DensitySpec;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.spec.Timetable;

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

  private static final int GRADIENTS_A_PRODUCT = 2;

  private static final int RESIDUAL_OF_POSITIVE = 1;

  /** The mean first, then the deviations from it. */
  private static final int PASSES_OF_A_VARIANCE = 2;

  /** The cost of a run that does not diverge. */
  public static RunCost of(RunSpec spec) {
    return new Count(spec).cost();
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
  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  private static long product(long one, long other) {
    return other > 0 && one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
  }

  /** Adds up what is due at each moment of the timetable. */
  private static final class Count {
    private final RunSpec spec;
    private final long train;
    private long gradients;
    private long sections;
    private long evaluations;
    private long curvature;
    private boolean sharesStart;

    Count(RunSpec spec) {
      this.spec = spec;
      this.train = spec.data().train();
    }

    RunCost cost() {
      Timetable timetable = Timetable.of(spec);
      measure(timetable.start());
      for (Moment moment : timetable) {
        update(moment);
        probe(moment);
        measure(moment);
      }
      return new RunCost(gradients, sections, evaluations, curvature);
    }

    /** The last batch of an epoch may be smaller. */
    private void update(Moment moment) {
      OptimizerSpec optimizer = spec.phases().get(moment.phase()).optimizer();
      if (moment.stepOfPhase() == 1 && optimizer instanceof OptimizerSpec.GdNoise) {
        gradients += PASSES_OF_A_VARIANCE * train;
      }
      gradients +=
          optimizer instanceof OptimizerSpec.Sgd sgd
              ? Math.min(sgd.batch(), train - (moment.stepOfEpoch() - 1L) * sgd.batch())
              : train;
    }

    /** In train mode the loss at the end that two probed steps share is computed once. */
    private void probe(Moment moment) {
      CrossSectionSpec probe = spec.probes().crossSection();
      if (probe != null && moment.probed()) {
        boolean shared = sharesStart && probe.batchNorm() == BatchNormMode.TRAIN;
        sections += train * (probe.points() - (shared ? 1 : 0));
        sections += moment.rechecked() ? train * probe.points() : 0;
      }
      sharesStart = moment.probed();
    }

    private void measure(Moment moment) {
      if (moment.evaluated()) {
        evaluations += train + spec.data().validation();
      }
      SharpnessSpec sharpness = spec.probes().sharpness();
      if (sharpness != null && moment.curvature()) {
        curvature = sum(curvature, train * GRADIENTS_A_PRODUCT * products(sharpness));
        curvature =
            sum(curvature, spec.probes().covariance() == null ? 0 : PASSES_OF_A_VARIANCE * train);
      }
    }

    /** One for the residual of each eigenvalue. */
    private static long eigenvalues(int k, SharpnessSpec sharpness) {
      return (long) sharpness.maxProducts() + k + RESIDUAL_OF_POSITIVE;
    }

    private static long products(SharpnessSpec sharpness) {
      DensitySpec density = sharpness.density();
      return eigenvalues(sharpness.topK(), sharpness)
          + (sharpness.evalMode() ? eigenvalues(1, sharpness) : 0)
          + sharpness.traceProbes()
          + (density == null ? 0L : (long) density.probes() * density.steps());
    }
  }
}
