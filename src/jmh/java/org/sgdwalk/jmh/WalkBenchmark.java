package org.sgdwalk.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataPlaces;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.LocalRunner;
import org.sgdwalk.run.RunResult;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.KernelChoice;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

/**
 * A whole run of scale {@code ci}, in seconds: training, a cross-section of 11 points at every step
 * and one over other chunks at every tenth, cosine, distance and norms, evaluations.
 *
 * <p>How to read it: its peer is {@code torch_peer.py walk NAME}, the same work as one would write
 * it in PyTorch. What a process takes to begin and to compile is in the first iteration, which is
 * not counted.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@State(Scope.Benchmark)
public class WalkBenchmark {
  private static final String SPEC =
      """
      {"network": %s,
       "data": {"name": "fashion-mnist-3k", "train": %d, "validation": %d, "chunk": %d},
       "optimizer": %s,
       "length": {"steps": %d},
       "seed": 1,
       "probes": {"crossSection": {"points": 11, "every": 1, "recheckEvery": 10},
                  "evaluation": {"everyEpochs": %d}}}
      """;

  /** Which: network and optimizer. */
  @Param({"mlp-gd", "mlp-sgd", "vgg11-gd"})
  public String walk = "mlp-gd";

  /** Which of libtorch's kernels: portable or native. */
  @Param("portable")
  public String kernels = "portable";

  /** Worker threads. */
  @Param("2")
  public int threads = 2;

  private LocalRunner runner;
  private RunSpec spec;

  /** Opens the data. */
  @Setup
  public void open() {
    spec = SpecJson.read(json(walk));
    DataCatalog data = new DataCatalog(DataPlaces.NONE, Delivery.NONE);
    KernelChoice choice = KernelChoice.find(kernels).orElseThrow();
    runner = new LocalRunner(data, threads, new EngineChoice("torch", choice));
  }

  private static String json(String walk) {
    String gd = "{\"kind\": \"gd\", \"learningRate\": 0.1}";
    String sgd = "{\"kind\": \"sgd\", \"batch\": 50, \"learningRate\": 0.1}";
    String mlp = "{\"kind\": \"mlp\", \"hidden\": [64, 64], \"batchNorm\": true}";
    String vgg = "{\"kind\": \"vgg11\", \"width\": 4, \"batchNorm\": true}";
    return switch (walk) {
      case "mlp-gd" -> SPEC.formatted(mlp, 1000, 500, 250, gd, 600, 20);
      case "mlp-sgd" -> SPEC.formatted(mlp, 1000, 500, 250, sgd, 600, 1);
      case "vgg11-gd" -> SPEC.formatted(vgg, 100, 200, 100, gd, 300, 10);
      default ->
          throw new IllegalArgumentException(
              "walk: must be mlp-gd, mlp-sgd or vgg11-gd, got " + walk);
    };
  }

  /** The run. */
  @Benchmark
  public RunResult walk() {
    return runner.run(spec, Progress.NONE);
  }
}
