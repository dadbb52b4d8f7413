package org.sgdwalk.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.data.LoadedImages;

/**
 * Reading the training part of a data set from its files to bytes in memory, sums of the files
 * included: all 60,000 images of MNIST and of Fashion-MNIST, 10,000 of CIFAR-10 (one batch), 10,000
 * of Tiny ImageNet (20 classes).
 *
 * <p>Baseline: a first load, as a run does it, is the {@code Cold} score, in a JVM just started.
 * The other is what is left of it once the JIT has compiled everything. Either is to be below 2
 * seconds but for Tiny ImageNet, whose JPEGs are decoded.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DataLoadBenchmark {
  /** A first load. */
  @Benchmark
  @Fork(3)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public LoadedImages loadCold(DataFolder folder) {
    return folder.load();
  }

  /** Later loads. */
  @Benchmark
  @Fork(1)
  @Warmup(iterations = 3)
  @Measurement(iterations = 5)
  public LoadedImages loadWarm(DataFolder folder) {
    return folder.load();
  }
}
