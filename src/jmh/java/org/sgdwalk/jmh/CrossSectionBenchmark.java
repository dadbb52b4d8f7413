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
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.net.Evaluation;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.Rounding;

/**
 * The valley probe: L at 11 points between two iterates over 400 images in chunks of 100, batch
 * norm in train mode. An operation is one image at one point, so the score is images*points per
 * second.
 *
 * <p>How to read it: a step of a run with N training images costs N * 10 of these (its 11th point
 * is the next step's first). {@code threads} shows what a second worker is worth. {@code gigaflops}
 * is the rate of the arithmetic that a plain computation takes, to be held against {@link
 * RooflineBenchmark}; the MLP does less of it, as its first layer is linear in a.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 5)
public class CrossSectionBenchmark {
  private static final int POINTS = 11;
  private static final double[] POSITIONS =
      IntStream.range(0, POINTS).mapToDouble(k -> k / (POINTS - 1.0)).toArray();

  /** All points of one step. */
  @Benchmark
  @OperationsPerInvocation(Surface.IMAGES * POINTS)
  public double[] crossSection(Surface surface, Work work) {
    work.gigaflops += POINTS * surface.gigaflopsOfForwardPass();
    return surface.loss.losses(
        surface.from, surface.to, POSITIONS, Rounding.NEAREST, Surface.CHUNK, Normalization.TRAIN);
  }

  /**
   * One of the passes that a section is made of, with its accuracy: what a section is held against.
   */
  @Benchmark
  @OperationsPerInvocation(Surface.IMAGES)
  public Evaluation forwardPass(Surface surface, Work work) {
    work.gigaflops += surface.gigaflopsOfForwardPass();
    return surface.loss.evaluateTraining(surface.from, Normalization.TRAIN);
  }
}
