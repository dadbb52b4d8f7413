package org.sgdwalk.run;

import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DensitySpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;

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

  /** The mean first, then the deviations from it. */
  private static final int PASSES_OF_A_VARIANCE = 2;

  /** The cost of a run that does not diverge. */
  public static RunCost of(RunSpec spec) {
    return new Count(spec).cost();
  }

  /** Both. */
  public RunCost plus(RunCost other) {
    return new RunCost(
        sum(gradients, other.gradients),
        sum(sections, other.sections),
        sum(evaluations, other.evaluations),
        sum(curvature, other.curvature));
  }

  /** So many times. */
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

  /** Goes through a run update by update, as the loop and the recorders do. */
  private static final class Count {
    private final RunSpec spec;
    private final long train;
    private final int updates;
    private long gradients;
    private long sections;
    private long evaluations;
    private long curvature;
    private int step;
    private int epochsBefore;
    private int probed;
    private boolean sharesStart;

    Count(RunSpec spec) {
      this.spec = spec;
      this.train = spec.data().train();
      this.updates = spec.updates();
    }

    RunCost cost() {
      evaluate(0, false);
      for (PhaseSpec phase : spec.phases()) {
        count(phase);
        epochsBefore += phase.epochs(spec.data().train());
      }
      return new RunCost(gradients, sections, evaluations, curvature);
    }

    private void count(PhaseSpec phase) {
      if (phase.optimizer() instanceof OptimizerSpec.GdNoise) {
        gradients += PASSES_OF_A_VARIANCE * train;
      }
      int perEpoch = phase.optimizer().updatesPerEpoch(spec.data().train());
      int ofPhase = phase.updates(spec.data().train());
      for (int number = 1; number <= ofPhase; number++) {
        step++;
        int inEpoch = (number - 1) % perEpoch;
        int epoch = epochsBefore + (number - 1) / perEpoch + 1;
        gradients += images(phase.optimizer(), inEpoch);
        probe(epoch);
        boolean last = step == updates;
        boolean endsEpoch = inEpoch == perEpoch - 1 || number == ofPhase;
        if (last || (endsEpoch && isDue(epoch))) {
          evaluate(epoch, last);
        }
      }
    }

    /** The last batch of an epoch may be smaller. */
    private long images(OptimizerSpec optimizer, int inEpoch) {
      return optimizer instanceof OptimizerSpec.Sgd sgd
          ? Math.min(sgd.batch(), train - (long) inEpoch * sgd.batch())
          : train;
    }

    /** In train mode the loss at the end that two probed steps share is computed once. */
    private void probe(int epoch) {
      CrossSectionSpec probe = spec.probes().crossSection();
      boolean selected = probe != null && probe.selects(step, epoch);
      if (probe != null && selected) {
        boolean shared = sharesStart && probe.batchNorm() == BatchNormMode.TRAIN;
        boolean rechecked = probe.recheckEvery() > 0 && probed++ % probe.recheckEvery() == 0;
        sections += train * (probe.points() - (shared ? 1 : 0));
        sections += rechecked ? train * probe.points() : 0;
      }
      sharesStart = selected;
    }

    private boolean isDue(int epoch) {
      SharpnessSpec sharpness = spec.probes().sharpness();
      return epoch % spec.probes().evaluation().everyEpochs() == 0
          || (sharpness != null && sharpness.selects(epoch, false));
    }

    private void evaluate(int epoch, boolean last) {
      evaluations += train + spec.data().validation();
      SharpnessSpec sharpness = spec.probes().sharpness();
      if (sharpness != null && sharpness.selects(epoch, last)) {
        curvature = sum(curvature, train * GRADIENTS_A_PRODUCT * products(sharpness));
        curvature =
            sum(curvature, spec.probes().covariance() == null ? 0 : PASSES_OF_A_VARIANCE * train);
      }
    }

    private static long products(SharpnessSpec sharpness) {
      DensitySpec density = sharpness.density();
      return (long) sharpness.maxProducts()
          + sharpness.traceProbes()
          + (density == null ? 0L : (long) density.probes() * density.steps());
    }
  }
}
