package org.sgdwalk.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.net.Gradient;

/**
 * The full gradient over 400 images in chunks of 100. An operation is one image forward and
 * backward, so the score is images per second.
 *
 * <p>How to read it: forward and backward together cost about three forward passes in theory;
 * {@code gigaflops} counts three.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 5)
public class GradientBenchmark {
  /** Products of a forward and a backward pass, in those of a forward pass. */
  private static final int PASSES = 3;

  /** All chunks. */
  @Benchmark
  @OperationsPerInvocation(Surface.IMAGES)
  public Gradient gradient(Surface surface, Work work) {
    work.gigaflops += PASSES * surface.gigaflopsOfForwardPass();
    return surface.loss.fullGradient(surface.from);
  }
}
