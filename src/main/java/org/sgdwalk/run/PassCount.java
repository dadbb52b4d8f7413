package org.sgdwalk.run;

import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.Chunks;
import org.sgdwalk.spec.CovarianceSpec;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DensitySpec;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.spec.Timetable;

/** Adds up what is due at each moment of a run's timetable. */
final class PassCount {
  private static final int RESIDUAL_OF_POSITIVE = 1;

  /** The mean first, then the deviations from it. */
  private static final int PASSES_OF_A_VARIANCE = 2;

  /** Two points are computed one by one: two products of the first layer would save nothing. */
  private static final int FEW_POINTS = 2;

  private final RunSpec spec;
  private final long train;
  private long batches;
  private long gradients;
  private long examples;
  private long pointsOfLines;
  private long lines;
  private long lonePoints;
  private long evaluations;
  private long products;
  private long firstProducts;
  private boolean sharesStart;

  PassCount(RunSpec spec) {
    this.spec = spec;
    this.train = spec.data().train();
  }

  /** Of what comes after so many updates; with none of them the start is measured too. */
  RunPasses behind(int updates) {
    Timetable timetable = Timetable.of(spec);
    if (updates == 0) {
      measure(timetable.start());
    }
    for (Moment moment : timetable) {
      if (moment.step() > updates) {
        update(moment);
        probe(moment);
        measure(moment);
      }
    }
    return new RunPasses(
        batches,
        gradients,
        examples,
        pointsOfLines,
        lines,
        lonePoints,
        evaluations,
        products,
        firstProducts);
  }

  /** The last batch of an epoch may be smaller. */
  private void update(Moment moment) {
    OptimizerSpec optimizer = spec.phases().get(moment.phase()).optimizer();
    if (optimizer instanceof OptimizerSpec.Sgd sgd) {
      batches += Math.min(sgd.batch(), train - (moment.stepOfEpoch() - 1L) * sgd.batch());
      return;
    }
    gradients += train;
    if (moment.stepOfPhase() == 1 && optimizer instanceof OptimizerSpec.GdNoise) {
      gradients += PASSES_OF_A_VARIANCE * train;
    }
  }

  /** In train mode the loss at the end that two probed steps share is computed once. */
  private void probe(Moment moment) {
    CrossSectionSpec probe = spec.probes().crossSection();
    if (probe != null && moment.probed()) {
      boolean shared = sharesStart && probe.batchNorm() == BatchNormMode.TRAIN;
      section(probe, probe.points() - (shared ? 1 : 0));
      if (moment.rechecked()) {
        section(probe, probe.points());
      }
    }
    sharesStart = moment.probed();
  }

  /** Chunks that are shuffled at each point make each point a pass of its own. */
  private void section(CrossSectionSpec probe, int points) {
    if (probe.chunks() == Chunks.FIXED && points > FEW_POINTS) {
      pointsOfLines += train * points;
      lines += train;
    } else {
      lonePoints += train * points;
    }
  }

  private void measure(Moment moment) {
    if (moment.evaluated()) {
      evaluations += train + spec.data().validation();
    }
    SharpnessSpec sharpness = spec.probes().sharpness();
    if (sharpness != null && moment.curvature()) {
      products = RunCost.sum(products, train * products(sharpness));
      firstProducts += sharpness.evalMode() ? 2 * train : train;
      covariance(sharpness);
    }
  }

  /** Along a direction all examples' slopes are about half a product. */
  private void covariance(SharpnessSpec sharpness) {
    CovarianceSpec covariance = spec.probes().covariance();
    if (covariance != null) {
      examples += PASSES_OF_A_VARIANCE * train;
      long directions = (long) sharpness.topK() + covariance.directions();
      products = RunCost.sum(products, RunCost.product(train, (directions + 1) / 2));
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
