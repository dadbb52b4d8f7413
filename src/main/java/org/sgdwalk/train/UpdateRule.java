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

/** Which gradient an update takes. */
interface UpdateRule {

  /** The next gradient at theta, without weight decay. */
  Gradient gradient(ParameterVector theta);

  /** The rule of a spec on a surface; the batch order starts anew. */
  static UpdateRule of(RunSpec spec, LossSurface surface) {
    if (spec.optimizer() instanceof OptimizerSpec.Sgd sgd) {
      BatchOrder order =
          new BatchOrder(
              spec.data().train(),
              sgd.batch(),
              SeedStreams.stream(spec.batchOrderSeed(), SeedStreams.ORDER));
      return spec.data().augmentation() == null
          ? theta -> surface.batchGradient(theta, order.nextBatch())
          : augmented(surface, order, SeedStreams.stream(spec.seed(), SeedStreams.AUGMENT));
    }
    return surface::fullGradient;
  }

  /** Views are drawn here, example by example in the order of the batch: no worker changes them. */
  private static UpdateRule augmented(
      LossSurface surface, BatchOrder order, RandomGenerator random) {
    return theta -> {
      int[] examples = order.nextBatch();
      List<CropFlip> views =
          IntStream.range(0, examples.length).mapToObj(i -> CropFlip.draw(random)).toList();
      return surface.batchGradient(theta, examples, views);
    };
  }
}
