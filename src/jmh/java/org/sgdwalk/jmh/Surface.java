package org.sgdwalk.jmh;

import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.KernelChoice;
import org.sgdwalk.spec.LengthSpec;
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
  static final int IMAGES = 400;

  /** Images a chunk, as the paper's batch. */
  static final int CHUNK = 100;

  /** Which network: see {@link Networks}. */
  @Param({"mlp", "vgg11-16", "vgg11-64", "resnet20-8", "resnet56-16"})
  public String network = "mlp";

  /** What computes: see {@link Engines}. */
  @Param("torch")
  public String engine = "torch";

  /** Which of libtorch's kernels: portable or native. */
  @Param("portable")
  public String kernels = "portable";

  /** Worker threads. */
  @Param("2")
  public int threads = 2;

  LossSurface loss;

  ParameterVector from;

  ParameterVector to;

  /** Opens it and makes one GD step from the initialisation. */
  @Setup
  public void open() {
    RunSpec spec =
        new RunSpec(
            Networks.spec(network),
            new DataSpec("noise", IMAGES, IMAGES, CHUNK),
            new OptimizerSpec.Gd(0.1, 0),
            new ScheduleSpec.Constant(),
            LengthSpec.ofSteps(1),
            1,
            null,
            Precision.FLOAT32,
            new ProbeSpec(null, new EvaluationSpec(1)),
            List.of());
    loss =
        NetworkLossSurface.open(
            Engines.of(new EngineChoice(engine, KernelChoice.find(kernels).orElseThrow())),
            spec,
            Networks.noise(network, IMAGES),
            threads);
    from = loss.initialTheta(SeedStreams.stream(spec.seed(), SeedStreams.INIT));
    to = from.copy().addScaled(-0.1, loss.fullGradient(from).vector());
  }

  /** Multiplications and additions of one forward pass over the images, in 10^9. */
  double gigaflopsOfForwardPass() {
    return IMAGES * loss.operationsPerExample() / 1e9;
  }

  /** Ends the workers. */
  @TearDown
  public void close() {
    loss.close();
  }
}
