package org.sgdwalk.train;

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
      return theta -> surface.batchGradient(theta, order.nextBatch());
    }
    return surface::fullGradient;
  }
}
