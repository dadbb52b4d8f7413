package org.sgdwalk.run;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.QuadraticLossSurface;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.spec.CovarianceSpec;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.train.Start;
import org.sgdwalk.train.Step;
import org.sgdwalk.train.StepObserver;
import org.sgdwalk.train.TrainingLoop;

/**
 * The first updates of a run: two of mini-batches, one of a full batch or a convolutional network.
 * Network, optimizer, schedule and batches are the run's own. What is cut: cross-sections have 3
 * points; the Hessian is measured before training instead of at ends of epochs, by 2 products, the
 * covariance along 1 random direction; 10,000 images train and 1,000 validate, in the run's own
 * chunks. Where gradients of single examples are taken they are 1,000 and 500 in chunks of 500, and
 * where the network is convolutional 200, or a batch if that is more, and 100 in chunks of 100,
 * without rechecks.
 */
final class FirstSteps {
  private static final int POINTS = 3;
  private static final int PRODUCTS = 2;

  private final RunSpec spec;
  private final int updates;

  private FirstSteps(RunSpec spec) {
    this.spec = spec;
    boolean miniBatches = spec.optimizer() instanceof OptimizerSpec.Sgd;
    this.updates = miniBatches && !isConvolutional(spec.network()) ? 2 : 1;
  }

  /**
   * What was recorded.
   *
   * @param steps the updates
   * @param start the evaluation before training
   */
  record Made(List<StepRow> steps, EpochRow start) {}

  static FirstSteps of(RunSpec whole) {
    return new FirstSteps(
        whole
            .withData(cut(whole))
            .withProbes(cut(whole.probes(), isConvolutional(whole.network()))));
  }

  RunSpec spec() {
    return spec;
  }

  int updates() {
    return updates;
  }

  /** Makes them; {@code data} is that of {@link #spec}, or null where there is none. */
  Made run(@Nullable DataSet data, int threads) {
    try (LossSurface surface =
        data == null
            ? QuadraticLossSurface.open(spec)
            : NetworkLossSurface.open(Engines.of(Engines.STANDARD), spec, data, threads)) {
      WalkRecorder recorder = new WalkRecorder(spec, surface, Set.of(), Progress.NONE);
      new TrainingLoop(spec, surface).run(Start.drawn(spec, surface), new Until(recorder, updates));
      return new Made(recorder.steps(), recorder.epochs().get(0));
    }
  }

  private static DataSpec cut(RunSpec whole) {
    DataSpec data = whole.data();
    if (isConvolutional(whole.network())) {
      int batch = whole.optimizer() instanceof OptimizerSpec.Sgd sgd ? sgd.batch() : 0;
      return cut(data, Math.max(200, batch), 100, 100);
    }
    return whole.probes().covariance() == null
        ? cut(data, 10_000, 1_000, data.chunk())
        : cut(data, 1_000, 500, 500);
  }

  private static DataSpec cut(DataSpec data, int train, int validation, int chunk) {
    return new DataSpec(
        data.name(),
        Math.min(train, data.train()),
        Math.min(validation, data.validation()),
        Math.min(chunk, data.chunk()),
        data.subset(),
        data.classes(),
        data.normalization(),
        data.augmentation());
  }

  private static boolean isConvolutional(NetworkSpec network) {
    return network instanceof NetworkSpec.Vgg11 || network instanceof NetworkSpec.ResNet;
  }

  private static ProbeSpec cut(ProbeSpec probes, boolean convolutional) {
    CrossSectionSpec section = probes.crossSection();
    SharpnessSpec sharpness = probes.sharpness();
    return new ProbeSpec(
        section == null
            ? null
            : new CrossSectionSpec(
                POINTS,
                section.batchNorm(),
                section.first(),
                section.every(),
                section.epochs(),
                convolutional ? 0 : section.recheckEvery()),
        probes.evaluation(),
        sharpness == null
            ? null
            : new SharpnessSpec(0, List.of(0), sharpness.tolerance(), PRODUCTS, 1, 0, null),
        probes.covariance() == null ? null : new CovarianceSpec(1));
  }

  /** Ends a run after so many updates, which the loop takes for a divergence. */
  private record Until(StepObserver observer, int updates) implements StepObserver {
    @Override
    public boolean onStart(ParameterVector theta, Normalization evalMode) {
      return observer.onStart(theta, evalMode);
    }

    @Override
    public boolean onStep(Step step) {
      return observer.onStep(step) && step.number() < updates;
    }
  }
}
