package org.sgdwalk.net;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.nd4j.linalg.api.buffer.DataType;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.engine.Block;
import org.sgdwalk.net.engine.GraphCompiler;
import org.sgdwalk.net.engine.Program;
import org.sgdwalk.net.network.Networks;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;

/** A network on a data set, one copy of it a worker thread. */
public final class NetworkLossSurface implements LossSurface {
  private final DataType type;
  private final int chunk;
  private final Examples training;
  private final Examples validation;
  private final Program program;
  private final Workers workers;

  private NetworkLossSurface(RunSpec spec, DataSet data, int threads, long residentBytes) {
    type = spec.precision() == Precision.FLOAT64 ? DataType.DOUBLE : DataType.FLOAT;
    chunk = spec.data().chunk();
    InputLayout layout = InputLayout.of(spec.network(), data.training().images());
    training = new Examples(data.training(), layout, type, residentBytes);
    validation = new Examples(data.validation(), layout, type, residentBytes);
    program =
        GraphCompiler.compile(
            Networks.graph(spec.network(), layout.shape(), data.classes(), type), layout.shape());
    workers = new Workers(program, type, threads);
  }

  /**
   * Starts ND4J and builds the network of a spec on a loaded data set.
   *
   * @param threads worker threads, 1 or more; they change no digit
   * @throws BackendException if ND4J cannot run here
   */
  public static LossSurface open(RunSpec spec, DataSet data, int threads) {
    return open(spec, data, threads, Examples.RESIDENT_BYTES);
  }

  /** The same with parts of more than {@code residentBytes} streamed; that changes no digit. */
  static LossSurface open(RunSpec spec, DataSet data, int threads, long residentBytes) {
    Backend.start();
    return new NetworkLossSurface(spec, data, threads, residentBytes);
  }

  @Override
  public long dimension() {
    return program.theta().stream().mapToLong(Block::length).sum();
  }

  @Override
  public long operationsPerExample() {
    return program.operationsPerExample();
  }

  @Override
  public ParameterVector initialTheta(RandomGenerator random) {
    return ParameterVector.of(type, draw(program.theta(), random));
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
    double[] initial = draw(program.statistics(), new Well19937c(0)); // constants: nothing is drawn
    return new RunningStatistics(ParameterVector.of(type, initial));
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples) {
    Rows rows = training.gather(examples);
    return workers.run(1, (worker, i) -> worker.gradient(theta, rows)).get(0);
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples, List<CropFlip> views) {
    Rows rows = training.gather(examples, views);
    return workers.run(1, (worker, i) -> worker.gradient(theta, rows)).get(0);
  }

  @Override
  public Gradient fullGradient(ParameterVector theta) {
    List<Rows> chunks = training.chunks(chunk);
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
    List<Position> points = Sweep.positions(from, to, a);
    return new Sweep(workers, program, points, training.chunks(chunkSize))
        .run(normalization).stream().mapToDouble(sum -> sum.mean().loss()).toArray();
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
    return named(program.theta(), theta.toArray());
  }

  @Override
  public List<NamedArray> statistics(ParameterVector running) {
    return named(program.statistics(), running.toArray());
  }

  @Override
  public void close() {
    workers.close();
  }

  private Evaluation evaluate(ParameterVector theta, Examples part, Normalization normalization) {
    List<Position> here = Sweep.positions(theta, theta, 0);
    return new Sweep(workers, program, here, part.chunks(chunk)).run(normalization).get(0).mean();
  }

  private static double[] draw(List<Block> blocks, RandomGenerator random) {
    return blocks.stream()
        .flatMapToDouble(
            block ->
                DoubleStream.generate(() -> block.initial().draw(random)).limit(block.length()))
        .toArray();
  }

  private static List<NamedArray> named(List<Block> blocks, double[] values) {
    return blocks.stream()
        .map(
            block ->
                new NamedArray(
                    block.name(),
                    block.shape(),
                    Arrays.copyOfRange(values, block.offset(), block.offset() + block.length())))
        .toList();
  }
}
