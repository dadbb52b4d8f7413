package org.sgdwalk.net;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.engine.Block;
import org.sgdwalk.net.engine.Program;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;

/** A network on a data set, one copy of it a worker thread. */
public final class NetworkLossSurface implements LossSurface {
  /**
   * Half the distance over which a Hessian-vector product is a difference of gradients, in lengths
   * of theta: batch norm makes the loss a function of a weight's direction, and rounding theta + h
   * v costs the same digits for any number of parameters. Measured against PyTorch on six networks
   * of 3 to 19 thousand parameters: in float32 products with random directions are off by 4e-4 to
   * 3e-3 from rounding, and the largest eigenvalue by at most 8e-4. A step ten times as long makes
   * the former ten times better, but curvature then takes up to 9 % from the eigenvalue. In float64
   * the products are off by 4e-11 to 3e-9.
   */
  private static final double DIFFERENCE_32 = 2e-4;

  private static final double DIFFERENCE_64 = 1e-5;

  private final DataType type;
  private final int chunk;
  private final Examples training;
  private final Examples validation;
  private final Program program;
  private final Workers workers;
  private @Nullable Pieces pieces;

  private NetworkLossSurface(
      RunSpec spec,
      DataSet data,
      InputLayout layout,
      Program program,
      int threads,
      long residentBytes) {
    this.program = program;
    type = type(spec);
    chunk = spec.data().chunk();
    training = new Examples(data.training(), layout, type, residentBytes);
    validation = new Examples(data.validation(), layout, type, residentBytes);
    workers = new Workers(program, type, threads);
  }

  private static DataType type(RunSpec spec) {
    return spec.precision() == Precision.FLOAT64 ? DataType.DOUBLE : DataType.FLOAT;
  }

  /**
   * Starts ND4J and builds the network of a spec on a loaded data set.
   *
   * @param threads worker threads, 1 or more; they change no digit
   * @throws BackendException if ND4J cannot run here, or the run's memory is not to be had
   */
  public static LossSurface open(RunSpec spec, DataSet data, int threads) {
    return open(spec, data, threads, Examples.RESIDENT_BYTES);
  }

  /**
   * Opens a surface that streams parts of more than {@code residentBytes}, which changes no digit.
   */
  static LossSurface open(RunSpec spec, DataSet data, int threads, long residentBytes) {
    InputLayout layout = InputLayout.of(spec.network(), data.training().images().shape());
    Program program =
        NetworkSize.program(spec.network(), layout.shape(), data.classes(), type(spec));
    MachineMemory.require(RunMemory.bytes(spec, program, threads), threads);
    Backend.start();
    return new NetworkLossSurface(spec, data, layout, program, threads, residentBytes);
  }

  @Override
  public long dimension() {
    return length(program.theta());
  }

  private static long length(List<Block> blocks) {
    return blocks.stream().mapToLong(Block::length).sum();
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
  public ParameterVector normal(long seed) {
    return ParameterVector.normal(type, dimension(), seed);
  }

  @Override
  public RunningStatistics initialStatistics() {
    double[] initial = draw(program.statistics(), new Well19937c(0)); // constants: nothing is drawn
    return new RunningStatistics(ParameterVector.of(type, initial));
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples) {
    return gradient(theta, training.gather(examples));
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples, List<CropFlip> views) {
    return gradient(theta, training.gather(examples, views));
  }

  private Gradient gradient(ParameterVector theta, Rows rows) {
    return workers.run(1, (worker, i) -> worker.gradient(theta, rows).copy()).get(0);
  }

  @Override
  public Gradient fullGradient(ParameterVector theta) {
    return meanGradient(theta, training.chunks(chunk));
  }

  private Gradient meanGradient(ParameterVector theta, List<Rows> chunks) {
    ParameterVector vector = ParameterVector.zeros(type, dimension());
    ParameterVector statistics = ParameterVector.zeros(type, length(program.statistics()));
    double[] loss = new double[1];
    workers.runInOrder(
        chunks.size(),
        (worker, i) -> worker.gradient(theta, chunks.get(i)),
        (gradient, i) -> {
          double weight = weight(chunks.get(i));
          loss[0] += weight * gradient.loss();
          vector.addScaled(weight, gradient.vector());
          statistics.addScaled(weight, gradient.batchStatistics());
        });
    return new Gradient(loss[0], vector, statistics);
  }

  @Override
  public void exampleGradients(ParameterVector theta, Consumer<ParameterVector> sink) {
    if (!program.statistics().isEmpty()) {
      throw new IllegalStateException("with batch norm an example has no gradient of its own");
    }
    List<Rows> examples = training.chunks(1);
    workers.runInOrder(
        examples.size(),
        (worker, i) -> worker.gradient(theta, examples.get(i)),
        (gradient, i) -> sink.accept(gradient.vector()));
  }

  private double weight(Rows rows) {
    return (double) rows.size() / training.size();
  }

  /** Twice over the batches: the mean first, since a difference of squares would lose digits. */
  @Override
  public ParameterVector gradientVariance(ParameterVector theta, int batch) {
    List<Rows> batches = training.chunks(batch);
    ParameterVector mean = meanGradient(theta, batches).vector();
    ParameterVector variance = ParameterVector.zeros(type, dimension());
    workers.runInOrder(
        batches.size(),
        (worker, i) -> worker.gradient(theta, batches.get(i)).vector().addScaled(-1, mean).square(),
        (squares, i) -> variance.addScaled(weight(batches.get(i)), squares));
    return variance;
  }

  @Override
  public ParameterVector hessianVector(ParameterVector theta, ParameterVector v) {
    double norm = v.norm();
    ParameterVector product = ParameterVector.zeros(type, dimension());
    if (norm == 0) {
      return product;
    }
    double step = differenceStep(theta) / norm;
    ParameterVector from = theta.copy().addScaled(-step, v);
    ParameterVector to = theta.copy().addScaled(step, v);
    List<Rows> chunks = training.chunks(chunk);
    Pieces there = piecesAt(theta);
    workers.runInOrder(
        chunks.size(),
        (worker, i) -> worker.gradientDifference(there, i, from, to, chunks.get(i)),
        (difference, i) -> product.addScaled(weight(chunks.get(i)) / (2 * step), difference));
    return product;
  }

  private Pieces piecesAt(ParameterVector theta) {
    Pieces known = pieces;
    if (known == null || !known.areAt(theta)) {
      forgetPieces();
      known = new Pieces(theta, Pieces.ROOM);
      pieces = known;
    }
    return known;
  }

  private void forgetPieces() {
    if (pieces != null) {
      pieces.close();
      pieces = null;
    }
  }

  private double differenceStep(ParameterVector theta) {
    double length = theta.norm();
    double fraction = theta.isDoublePrecision() ? DIFFERENCE_64 : DIFFERENCE_32;
    return length == 0 ? fraction : fraction * length;
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
  public double loss(
      ParameterVector from,
      ParameterVector to,
      double a,
      int[] order,
      int chunkSize,
      Normalization normalization) {
    List<Position> point = Sweep.positions(from, to, a);
    return new Sweep(workers, program, point, training.chunks(order, chunkSize))
        .run(normalization)
        .get(0)
        .mean()
        .loss();
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
    forgetPieces();
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
