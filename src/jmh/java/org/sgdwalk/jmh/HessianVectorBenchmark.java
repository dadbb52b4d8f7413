package org.sgdwalk.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.ParameterVector;

/**
 * One product of the Hessian with a vector, and one gradient, over the same 400 images in the same
 * run. An operation is one image.
 *
 * <p>How to read it: {@code gradient} divided by {@code product} is a product's cost in gradients;
 * it takes 2 gradients, and at a new theta the forward pass that says on which side of its kink
 * each unit is. A Lanczos iteration has all its products at one theta.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@State(Scope.Benchmark)
public class HessianVectorBenchmark {
  private boolean atStart;

  /** H v for v the GD step, always at the same theta. */
  @Benchmark
  @OperationsPerInvocation(Surface.IMAGES)
  public ParameterVector product(Surface surface) {
    return surface.loss.hessianVector(surface.from, step(surface));
  }

  /** The same, at another theta than the product before. */
  @Benchmark
  @OperationsPerInvocation(Surface.IMAGES)
  public ParameterVector productAtNewTheta(Surface surface) {
    atStart = !atStart;
    return surface.loss.hessianVector(atStart ? surface.from : surface.to, step(surface));
  }

  private static ParameterVector step(Surface surface) {
    return surface.to.copy().addScaled(-1, surface.from);
  }

  /** What it is held against. */
  @Benchmark
  @OperationsPerInvocation(Surface.IMAGES)
  public Gradient gradient(Surface surface) {
    return surface.loss.fullGradient(surface.from);
  }
}
