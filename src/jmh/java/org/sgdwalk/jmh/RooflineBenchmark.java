package org.sgdwalk.jmh;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.net.Backend;

/**
 * What this machine can do: a large float32 product by OpenBLAS and a large convolution by oneDNN,
 * on two threads with one OpenMP thread each, as the workers run.
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

  /** One thread's arrays. */
  @State(Scope.Thread)
  public static class Arrays {
    INDArray left;

    INDArray right;

    INDArray product;

    DynamicCustomOp convolution;

    /** Noise, and one OpenMP thread. */
    @Setup
    public void fill() {
      Backend.start();
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
      left = Nd4j.rand(DataType.FLOAT, SIDE, SIDE);
      right = Nd4j.rand(DataType.FLOAT, SIDE, SIDE);
      product = Nd4j.create(DataType.FLOAT, SIDE, SIDE);
      convolution =
          DynamicCustomOp.builder("conv2d")
              .addInputs(
                  Nd4j.rand(DataType.FLOAT, IMAGES, PIXELS, PIXELS, CHANNELS),
                  Nd4j.rand(DataType.FLOAT, CHANNELS, CHANNELS, KERNEL, KERNEL))
              .addOutputs(Nd4j.create(DataType.FLOAT, IMAGES, PIXELS, PIXELS, CHANNELS))
              .addIntegerArguments(KERNEL, KERNEL, 1, 1, 1, 1, 1, 1, 0, 1, 1)
              .build();
    }
  }

  /** A product of two 1024 x 1024 matrices. */
  @Benchmark
  public INDArray sgemm(Arrays arrays, Work work) {
    work.gigaflops += 2.0 * SIDE * SIDE * SIDE / 1e9;
    return Nd4j.gemm(arrays.left, arrays.right, arrays.product, false, false, 1, 0);
  }

  /** A 3x3 convolution of 100 images of 8 x 8 with 256 channels. */
  @Benchmark
  public INDArray convolution(Arrays arrays, Work work) {
    work.gigaflops += 2.0 * IMAGES * PIXELS * PIXELS * CHANNELS * CHANNELS * KERNEL * KERNEL / 1e9;
    return Nd4j.exec(arrays.convolution)[0];
  }
}
