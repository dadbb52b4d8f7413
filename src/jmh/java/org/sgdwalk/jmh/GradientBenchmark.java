package org.sgdwalk.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.SeedStreams;

/**
 * The full gradient over 1,000 images in chunks of 100. An operation is one image forward and
 * backward, so the score is images per second.
 *
 * <p>How to read it: forward and backward together cost about three forward passes in theory; what
 * is above that, against {@link CrossSectionBenchmark}, is DL4J.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 5)
public class GradientBenchmark {
  /** Which network. */
  @Param("mlp")
  public String network = "mlp";

  /** Worker threads. */
  @Param({"1", "2"})
  public int threads = 1;

  @SuppressWarnings("NullAway.Init") // set up by JMH
  private LossSurface surface;

  @SuppressWarnings("NullAway.Init") // set up by JMH
  private ParameterVector theta;

  /** At the initialisation. */
  @Setup
  public void open() {
    surface = Surfaces.open(network, threads);
    theta = surface.initialTheta(SeedStreams.stream(1, SeedStreams.INIT));
  }

  /** Ends the workers. */
  @TearDown
  public void close() {
    surface.close();
  }

  /** All chunks. */
  @Benchmark
  @OperationsPerInvocation(Surfaces.IMAGES)
  public Gradient gradient() {
    return surface.fullGradient(theta);
  }
}
