package org.sgdwalk.jmh;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.SeedStreams;

/**
 * The valley probe: L at 11 points between two iterates over 1,000 images in chunks of 100, batch
 * norm in train mode. An operation is one image at one point, so the score is images*points per
 * second.
 *
 * <p>How to read it: a step of a run with N training images costs N * 10 of these (its 11th point
 * is the next step's first). {@code threads} shows what a second worker is worth.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 5)
public class CrossSectionBenchmark {
  private static final int POINTS = 11;
  private static final double[] POSITIONS =
      IntStream.range(0, POINTS).mapToDouble(k -> k / (POINTS - 1.0)).toArray();

  /** Which network. */
  @Param("mlp")
  public String network = "mlp";

  /** Worker threads. */
  @Param({"1", "2"})
  public int threads = 1;

  @SuppressWarnings("NullAway.Init") // set up by JMH
  private LossSurface surface;

  @SuppressWarnings("NullAway.Init") // set up by JMH
  private ParameterVector from;

  @SuppressWarnings("NullAway.Init") // set up by JMH
  private ParameterVector to;

  /** One GD step from the initialisation. */
  @Setup
  public void open() {
    surface = Surfaces.open(network, threads);
    from = surface.initialTheta(SeedStreams.stream(1, SeedStreams.INIT));
    to = from.copy().addScaled(-0.1, surface.fullGradient(from).vector());
  }

  /** Ends the workers. */
  @TearDown
  public void close() {
    surface.close();
  }

  /** All points of one step. */
  @Benchmark
  @OperationsPerInvocation(Surfaces.IMAGES * POINTS)
  public double[] crossSection() {
    return surface.losses(from, to, POSITIONS, Surfaces.CHUNK, Normalization.TRAIN);
  }
}
