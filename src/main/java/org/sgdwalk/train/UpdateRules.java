package org.sgdwalk.train;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;

/** The update rules of one run: they draw from its streams and know where it started. */
final class UpdateRules {
  private final RunSpec spec;
  private final LossSurface surface;
  private final ParameterVector start;
  private final RandomGenerator order;
  private final RandomGenerator augment;
  private final RandomGenerator noise;

  /**
   * Rules at the start of a run; all streams are at their beginning.
   *
   * @param start theta_0, at which the variance for isotropic noise is measured
   */
  UpdateRules(RunSpec spec, LossSurface surface, ParameterVector start) {
    this.spec = spec;
    this.surface = surface;
    this.start = start;
    this.order = SeedStreams.stream(spec.batchOrderSeed(), SeedStreams.ORDER);
    this.augment = SeedStreams.stream(spec.seed(), SeedStreams.AUGMENT);
    this.noise = SeedStreams.stream(spec.seed(), SeedStreams.NOISE);
  }

  /** The rule of a phase's optimizer; streams go on, and with mini-batches a new epoch begins. */
  UpdateRule of(OptimizerSpec optimizer) {
    if (optimizer instanceof OptimizerSpec.Sgd sgd) {
      return miniBatches(new BatchOrder(spec.data().train(), sgd.batch(), order));
    }
    UpdateRule full =
        optimizer instanceof OptimizerSpec.GdNoise noisy
            ? IsotropicNoise.measured(noisy, surface, start, noise)
            : surface::fullGradient;
    return optimizer.chunkSum() ? summed(full) : full;
  }

  /** Chunks are of equal size, so the sum of their means is the mean times their number. */
  private UpdateRule summed(UpdateRule full) {
    int chunks = spec.data().train() / spec.data().chunk();
    return theta -> {
      Gradient gradient = full.gradient(theta);
      gradient.vector().scale(chunks);
      return gradient;
    };
  }

  /** Views are drawn here, example by example in the order of the batch: no worker changes them. */
  private UpdateRule miniBatches(BatchOrder batches) {
    if (spec.data().augmentation() == null) {
      return theta -> surface.batchGradient(theta, batches.nextBatch());
    }
    return theta -> {
      int[] examples = batches.nextBatch();
      List<CropFlip> views =
          IntStream.range(0, examples.length).mapToObj(i -> CropFlip.draw(augment)).toList();
      return surface.batchGradient(theta, examples, views);
    };
  }
}
