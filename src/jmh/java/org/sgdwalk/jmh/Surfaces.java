package org.sgdwalk.jmh;

import java.util.List;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.Dl4jLossSurface;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;

/** The loss surfaces that benchmarks measure. */
final class Surfaces {
  /** Training images of each. */
  static final int IMAGES = 1000;

  /** Images a chunk, as the paper's batch. */
  static final int CHUNK = 100;

  private Surfaces() {}

  /** The surface of a network by its name in {@code @Param network}. */
  static LossSurface open(String network, int threads) {
    RunSpec spec =
        new RunSpec(
            network(network),
            new DataSpec(DataCatalog.FASHION_MNIST_3K, IMAGES, CHUNK, CHUNK),
            new OptimizerSpec.Gd(0.1, 0),
            new ScheduleSpec.Constant(),
            LengthSpec.ofSteps(1),
            1,
            null,
            Precision.FLOAT32,
            new ProbeSpec(null, new EvaluationSpec(1)),
            List.of());
    return Dl4jLossSurface.open(spec, DataSet.load(spec.data(), new DataCatalog(null)), threads);
  }

  private static NetworkSpec network(String name) {
    if (name.equals("mlp")) {
      return new NetworkSpec.Mlp(List.of(500, 350), true);
    }
    throw new IllegalArgumentException("network: must be mlp, got " + name);
  }
}
