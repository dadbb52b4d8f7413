package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.hipparchus.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;

/** A DL4J network, one copy a worker thread. */
public final class Dl4jLossSurface implements LossSurface {
  private final DataType type;
  private final int chunk;
  private final ImageTensor training;
  private final ImageTensor validation;
  private final ParameterLayout layout;
  private final Workers workers;

  private Dl4jLossSurface(RunSpec spec, DataSet data, int threads) {
    type = spec.precision() == Precision.FLOAT64 ? DataType.DOUBLE : DataType.FLOAT;
    chunk = spec.data().chunk();
    training = new ImageTensor(data.training(), data.classes(), type);
    validation = new ImageTensor(data.validation(), data.classes(), type);
    int inputs = data.training().images().pixelsPerExample();
    MultiLayerConfiguration network = configure(spec.network(), inputs, data.classes());
    workers = new Workers(network, threads);
    layout = workers.run(1, (worker, i) -> worker.layout()).get(0);
  }

  /**
   * Starts ND4J and builds the network of a spec on a loaded data set.
   *
   * @param threads worker threads, 1 or more; they change no digit
   * @throws BackendException if ND4J cannot run here
   */
  public static LossSurface open(RunSpec spec, DataSet data, int threads) {
    Backend.start();
    return new Dl4jLossSurface(spec, data, threads);
  }

  private MultiLayerConfiguration configure(NetworkSpec network, int inputs, int classes) {
    if (network instanceof NetworkSpec.Mlp mlp) {
      return MlpNetwork.configure(mlp, inputs, classes, type);
    }
    throw new IllegalStateException("no builder for " + network);
  }

  @Override
  public long dimension() {
    return layout.trainable().stream().mapToLong(ParameterLayout.Block::length).sum();
  }

  @Override
  public ParameterVector initialTheta(RandomGenerator random) {
    return ParameterVector.of(type, Initialization.theta(layout.trainable(), random));
  }

  @Override
  public ParameterVector vector(double[] components) {
    if (components.length != dimension()) {
      throw new IllegalArgumentException(
          "theta has " + dimension() + " components, got " + components.length);
    }
    return ParameterVector.of(type, components);
  }

  @Override
  public RunningStatistics initialStatistics() {
    return new RunningStatistics(
        ParameterVector.of(type, Initialization.statistics(layout.statistics())));
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples) {
    ImageTensor.Rows rows = training.gather(examples);
    return workers.run(1, (worker, i) -> worker.gradient(theta, rows)).get(0);
  }

  @Override
  public Gradient fullGradient(ParameterVector theta) {
    List<ImageTensor.Rows> chunks = training.chunks(chunk);
    List<Gradient> gradients =
        workers.run(chunks.size(), (worker, i) -> worker.gradient(theta, chunks.get(i)));
    double loss = 0;
    ParameterVector vector = gradients.get(0).vector().copy().scale(0);
    ParameterVector statistics = gradients.get(0).batchStatistics().copy().scale(0);
    for (int i = 0; i < chunks.size(); i++) {
      double weight = (double) chunks.get(i).size() / training.size();
      loss += weight * gradients.get(i).loss();
      vector.addScaled(weight, gradients.get(i).vector());
      statistics.addScaled(weight, gradients.get(i).batchStatistics());
    }
    return new Gradient(loss, vector, statistics);
  }

  @Override
  public double[] losses(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      int chunkSize,
      Normalization normalization) {
    List<CrossEntropy> sums = sweep(from, to, a, training.chunks(chunkSize), normalization);
    return sums.stream().mapToDouble(sum -> sum.mean().loss()).toArray();
  }

  @Override
  public Evaluation evaluateTraining(ParameterVector theta, Normalization normalization) {
    return evaluate(theta, training, normalization);
  }

  @Override
  public Evaluation evaluateValidation(ParameterVector theta, Normalization normalization) {
    return evaluate(theta, validation, normalization);
  }

  @Override
  public List<NamedArray> parameters(ParameterVector theta) {
    return named(layout.trainable(), theta.toArray());
  }

  @Override
  public List<NamedArray> statistics(ParameterVector running) {
    return named(layout.statistics(), running.toArray());
  }

  @Override
  public void close() {
    workers.close();
  }

  private Evaluation evaluate(
      ParameterVector theta, ImageTensor part, Normalization normalization) {
    return sweep(theta, theta, new double[] {0}, part.chunks(chunk), normalization).get(0).mean();
  }

  /** One task a point and chunk; per point the chunks are added up in their order. */
  private List<CrossEntropy> sweep(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      List<ImageTensor.Rows> chunks,
      Normalization normalization) {
    int perPoint = chunks.size();
    List<CrossEntropy> parts =
        workers.run(
            a.length * perPoint,
            (worker, i) -> {
              worker.moveTo(from, to, a[i / perPoint]);
              return worker.crossEntropy(chunks.get(i % perPoint), normalization);
            });
    List<CrossEntropy> points = new ArrayList<>();
    for (int point = 0; point < a.length; point++) {
      List<CrossEntropy> own = parts.subList(point * perPoint, (point + 1) * perPoint);
      points.add(own.stream().reduce(new CrossEntropy(0, 0, 0), CrossEntropy::plus));
    }
    return points;
  }

  private static List<NamedArray> named(List<ParameterLayout.Block> blocks, double[] values) {
    List<NamedArray> arrays = new ArrayList<>();
    int start = 0;
    for (ParameterLayout.Block block : blocks) {
      int end = start + block.length();
      arrays.add(
          new NamedArray(block.name(), block.shape(), Arrays.copyOfRange(values, start, end)));
      start = end;
    }
    return arrays;
  }
}
