package org.sgdwalk.jmh;

import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;
import org.sgdwalk.spec.SeedStreams;

/** The loss surface that benchmarks measure, with one GD step on it. */
@State(Scope.Benchmark)
public class Surface {
  /** Training images. */
  static final int IMAGES = 1000;

  /** Images a chunk, as the paper's batch. */
  static final int CHUNK = 100;

  /** Which network. */
  @Param("mlp")
  public String network = "mlp";

  /** Worker threads. */
  @Param({"1", "2"})
  public int threads = 1;

  @SuppressWarnings("NullAway.Init") // set up by JMH
  LossSurface loss;

  @SuppressWarnings("NullAway.Init") // set up by JMH
  ParameterVector from;

  @SuppressWarnings("NullAway.Init") // set up by JMH
  ParameterVector to;

  /** Opens it and makes one GD step from the initialisation. */
  @Setup
  public void open() {
    RunSpec spec =
        new RunSpec(
            networkSpec(),
            new DataSpec(DataCatalog.FASHION_MNIST_3K, IMAGES, CHUNK, CHUNK),
            new OptimizerSpec.Gd(0.1, 0),
            new ScheduleSpec.Constant(),
            LengthSpec.ofSteps(1),
            1,
            null,
            Precision.FLOAT32,
            new ProbeSpec(null, new EvaluationSpec(1)),
            List.of());
    loss = NetworkLossSurface.open(spec, DataSet.load(spec.data(), new DataCatalog(null)), threads);
    from = loss.initialTheta(SeedStreams.stream(spec.seed(), SeedStreams.INIT));
    to = from.copy().addScaled(-0.1, loss.fullGradient(from).vector());
  }

  /** Ends the workers. */
  @TearDown
  public void close() {
    loss.close();
  }

  private NetworkSpec networkSpec() {
    if (network.equals("mlp")) {
      return new NetworkSpec.Mlp(List.of(500, 350), true);
    }
    throw new IllegalArgumentException("network: must be mlp, got " + network);
  }
}
