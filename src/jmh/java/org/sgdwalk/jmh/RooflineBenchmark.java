package org.sgdwalk.jmh;

import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.randn;

import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.KernelChoice;

/**
 * What this machine can do: a large float32 product by OpenBLAS and a large convolution by oneDNN,
 * on two threads that compute alone, as the workers do.
 *
 * <p>How to read it: the larger {@code gigaflops} of the two, in GFLOP/s, is the peak that the
 * other benchmarks' {@code gigaflops} are divided by. Compare figures of one run only.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RooflineBenchmark {
  private static final int SIDE = 1024;
  private static final int IMAGES = 100;
  private static final int PIXELS = 8;
  private static final int CHANNELS = 256;
  private static final int KERNEL = 3;
  private static final long[] ONES = {1, 1};

  /** One thread's tensors. */
  @State(Scope.Thread)
  public static class Tensors {
    /** Which of libtorch's kernels: portable or native. */
    @Param("portable")
    public String kernels = "portable";

    Tensor left;

    Tensor right;

    Tensor images;

    Tensor weights;

    /** Made after the engine has started: the class of it loads libtorch, whose kernels stay. */
    TensorOptional noBias;

    /** Noise, and one thread of libtorch's. */
    @Setup
    public void fill() {
      Engines.of(
              new EngineChoice(Engines.STANDARD.engine(), KernelChoice.find(kernels).orElseThrow()))
          .start();
      noBias = new TensorOptional();
      left = randn(SIDE, SIDE);
      right = randn(SIDE, SIDE);
      images = randn(IMAGES, PIXELS, PIXELS, CHANNELS).permute(0, 3, 1, 2);
      weights = randn(CHANNELS, CHANNELS, KERNEL, KERNEL);
    }
  }

  /** A product of two 1024 x 1024 matrices. */
  @Benchmark
  public long sgemm(Tensors tensors, Work work) {
    work.gigaflops += 2.0 * SIDE * SIDE * SIDE / 1e9;
    try (Tensor product = tensors.left.mm(tensors.right)) {
      return product.numel();
    }
  }

  /** A 3x3 convolution of 100 images of 8 x 8 with 256 channels. */
  @Benchmark
  public long convolution(Tensors tensors, Work work) {
    work.gigaflops += 2.0 * IMAGES * PIXELS * PIXELS * CHANNELS * CHANNELS * KERNEL * KERNEL / 1e9;
    try (Tensor result =
        conv2d(tensors.images, tensors.weights, tensors.noBias, ONES, ONES, ONES, 1)) {
      return result.numel();
    }
  }
}
