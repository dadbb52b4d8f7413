package org.sgdwalk.train;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.RandomStream;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;

/** The update rules of one run: they draw from its streams and know where it started. */
final class UpdateRules {
  private final RunSpec spec;
  private final LossSurface surface;
  private final ParameterVector start;
  private final RandomStream order;
  private final RandomStream augment;
  private final RandomStream noise;

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

  /** The order of a phase's mini-batches, in which a new epoch begins; null where it has none. */
  @Nullable BatchOrder batches(OptimizerSpec optimizer) {
    return optimizer instanceof OptimizerSpec.Sgd sgd
        ? new BatchOrder(spec.data().train(), sgd.batch(), order)
        : null;
  }

  /** The rule of a phase's optimizer with its batches; streams go on. */
  UpdateRule of(OptimizerSpec optimizer, @Nullable BatchOrder batches) {
    if (batches != null) {
      return miniBatches(batches);
    }
    UpdateRule full =
        optimizer instanceof OptimizerSpec.GdNoise noisy
            ? new IsotropicNoise(noisy, surface, start, noise)
            : surface::fullGradient;
    return optimizer.chunkSum() ? summed(full) : full;
  }

  /** What was drawn until now, the last update's batches included. */
  LoopState.Draws draws(@Nullable BatchOrder batches) {
    return new LoopState.Draws(
        order.place(),
        augment.place(),
        noise.place(),
        batches == null ? new int[0] : batches.examples(),
        batches == null ? 0 : batches.taken());
  }

  /**
   * Goes on where a run was.
   *
   * @param batches of the phase of its last update
   * @throws IllegalArgumentException for what no such run has drawn
   */
  void goTo(LoopState.Draws draws, @Nullable BatchOrder batches) {
    order.goTo(draws.order());
    augment.goTo(draws.augment());
    noise.goTo(draws.noise());
    if (batches != null && draws.examples().length > 0) { // none before the first update
      batches.goTo(draws.examples(), draws.next());
    }
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
