package org.sgdwalk.jmh;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.net.engine.Shape;

/**
 * The baseline: the same DL4J graphs run by DL4J itself, as it comes, on all cores by OpenMP. One
 * chunk of 100 images; an operation is one image.
 *
 * <p>How to read it: {@code forward} against {@link CrossSectionBenchmark}, {@code gradient}
 * against {@link GradientBenchmark}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@State(Scope.Benchmark)
public class StockDl4jBenchmark {
  /** Which network: see {@link Networks}. */
  @Param({"mlp", "vgg11-16", "vgg11-64", "resnet20-8", "resnet56-16"})
  public String network = "mlp";

  private ComputationGraph graph;

  private INDArray features;

  private INDArray labels;

  /** The graph with DL4J's initialisation, and noise. */
  @Setup
  public void build() {
    boolean mlp = network.equals("mlp");
    Shape input = mlp ? Shape.features(784) : new Shape(32, 32, 3);
    graph =
        new ComputationGraph(
            org.sgdwalk.net.network.Networks.graph(
                Networks.spec(network), input, 10, DataType.FLOAT));
    graph.init();
    features =
        mlp
            ? Nd4j.randn(DataType.FLOAT, Surface.CHUNK, 784)
            : Nd4j.randn(DataType.FLOAT, Surface.CHUNK, 3, 32, 32);
    labels = Nd4j.zeros(DataType.FLOAT, Surface.CHUNK, 10);
    for (int i = 0; i < Surface.CHUNK; i++) {
      labels.putScalar(i, i % 10, 1);
    }
  }

  /** A forward pass in train mode. */
  @Benchmark
  @OperationsPerInvocation(Surface.CHUNK)
  public INDArray[] forward() {
    return graph.output(true, features);
  }

  /** A forward and a backward pass. */
  @Benchmark
  @OperationsPerInvocation(Surface.CHUNK)
  public double gradient() {
    graph.setInputs(features);
    graph.setLabels(labels);
    graph.computeGradientAndScore();
    return graph.score();
  }
}
