package org.sgdwalk.net;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.program.Block;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;

/** A network on a data set, one copy of it a worker thread. */
public final class NetworkLossSurface implements LossSurface {
  private final VectorSpace vectors;
  private final int chunk;
  private final Examples training;
  private final Examples validation;
  private final Program program;
  private final Workers workers;
  private final Gradients gradients;
  private final Room room;
  private final boolean keepsFirstLayers;
  private FirstLayers firstLayers = FirstLayers.none();
  private @Nullable Linearizations linearizations;

  private NetworkLossSurface(
      Engine engine,
      RunSpec spec,
      DataSet data,
      InputLayout layout,
      Program program,
      int threads,
      Room room) {
    this.program = program;
    this.room = room;
    Precision precision = spec.precision();
    vectors = engine.vectors(precision);
    chunk = spec.data().chunk();
    training = new Examples(data.training(), layout, engine, precision, room.features());
    validation = new Examples(data.validation(), layout, engine, precision, room.features());
    workers = new Workers(engine, program, precision, threads);
    gradients = new Gradients(workers, vectors, program, training.size());
    keepsFirstLayers = workers.shareFirstLayer() && room.firstLayers() > 0;
  }

  /**
   * Starts an engine and builds the network of a spec on a loaded data set.
   *
   * @param threads worker threads, 1 or more; they change no digit
   * @throws EngineException if the engine cannot run here, cannot do what the spec asks, or the
   *     run's memory is not to be had
   */
  public static LossSurface open(Engine engine, RunSpec spec, DataSet data, int threads) {
    ImageShape image = data.training().images().shape();
    Room room =
        DeviceMemory.of(engine, spec, image, data.classes())
            .map(DeviceMemory::room)
            .orElse(Room.STANDARD);
    return open(engine, spec, data, threads, room);
  }

  /** Opens a surface with room of its own, which changes no digit. */
  static LossSurface open(Engine engine, RunSpec spec, DataSet data, int threads, Room room) {
    ImageShape image = data.training().images().shape();
    refuse(lack(engine, spec, image, data.classes()));
    InputLayout layout = InputLayout.of(spec.network(), image);
    Program program = NetworkSize.program(spec.network(), layout.shape(), data.classes());
    if (engine.deviceMemory().isEmpty()) {
      MachineMemory.require(
          RunMemory.bytes(spec, program, threads), threads, engine.addressSpace());
      MachineMemory.requireHeap(RunMemory.heapBytes(spec, program, threads));
    }
    engine.start();
    return new NetworkLossSurface(engine, spec, data, layout, program, threads, room);
  }

  /**
   * What a run asks for that an engine cannot do, or that its device has no memory for, in one
   * line; empty where it can be made.
   *
   * @param image one image of its data set
   * @param classes number of classes
   */
  public static Optional<String> lack(Engine engine, RunSpec spec, ImageShape image, int classes) {
    return engine
        .lacks(spec)
        .or(() -> DeviceMemory.of(engine, spec, image, classes).flatMap(DeviceMemory::lack));
  }

  private static void refuse(Optional<String> lack) {
    if (lack.isPresent()) {
      throw new EngineException(lack.get());
    }
  }

  @Override
  public long dimension() {
    return program.parameters();
  }

  @Override
  public long operationsPerExample() {
    return program.operationsPerExample();
  }

  @Override
  public ParameterVector initialTheta(RandomGenerator random) {
    return vectors.of(draw(program.theta(), random));
  }

  @Override
  public ParameterVector vector(double[] components) {
    if (components.length != dimension()) {
      throw new IllegalArgumentException(
          "theta has " + dimension() + " components, got " + components.length);
    }
    return vectors.of(components);
  }

  @Override
  public ParameterVector normal(long seed) {
    return vectors.normal(dimension(), seed);
  }

  @Override
  public RunningStatistics initialStatistics() {
    double[] initial = draw(program.statistics(), new Well19937c(0)); // constants: nothing is drawn
    return new RunningStatistics(vectors.of(initial));
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples) {
    return gradients.ofBatch(theta, training.gather(examples));
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples, List<CropFlip> views) {
    return gradients.ofBatch(theta, training.gather(examples, views));
  }

  @Override
  public Gradient fullGradient(ParameterVector theta) {
    FirstLayers known = firstLayers.areAt(theta) ? firstLayers : FirstLayers.none();
    return gradients.full(theta, training.chunks(chunk), known);
  }

  @Override
  public void exampleGradients(ParameterVector theta, Consumer<ParameterVector> sink) {
    requireNoBatchNorm();
    List<Rows> examples = training.chunks(1);
    workers.runInOrder(
        examples.size(),
        (worker, i) -> worker.gradient(theta, examples.get(i)),
        (gradient, i) -> sink.accept(gradient.vector()));
  }

  private void requireNoBatchNorm() {
    if (!program.statistics().isEmpty()) {
      throw new IllegalStateException("with batch norm an example has no gradient of its own");
    }
  }

  @Override
  public double[][] exampleSlopes(ParameterVector theta, List<ParameterVector> directions) {
    requireNoBatchNorm();
    List<Rows> chunks = training.chunks(chunk);
    Linearizations there = linearizationsAt(theta, Normalization.TRAIN);
    List<double[][]> ofChunks =
        workers.run(
            chunks.size(), (worker, i) -> worker.slopes(there, i, directions, chunks.get(i)));
    return IntStream.range(0, directions.size())
        .mapToObj(u -> ofChunks.stream().flatMapToDouble(c -> Arrays.stream(c[u])).toArray())
        .toArray(double[][]::new);
  }

  @Override
  public ParameterVector gradientVariance(ParameterVector theta, int batch) {
    return gradients.variance(theta, training.chunks(batch));
  }

  @Override
  public ParameterVector hessianVector(
      ParameterVector theta, ParameterVector v, Normalization normalization) {
    ParameterVector product = vectors.zeros(dimension());
    double norm = v.norm();
    if (norm == 0) {
      return product;
    }
    // Of length about 1, so that no square on the way is too small or too large for float32.
    ParameterVector direction = v.copy().scale(1 / norm);
    List<Rows> chunks = training.chunks(chunk);
    Linearizations there = linearizationsAt(theta, normalization);
    workers.runInOrder(
        chunks.size(),
        (worker, i) -> worker.hessianVector(there, i, direction, chunks.get(i)),
        (part, i) -> product.addScaled(gradients.weight(chunks.get(i)), part));
    return product.scale(norm);
  }

  private Linearizations linearizationsAt(ParameterVector theta, Normalization normalization) {
    Linearizations known = linearizations;
    if (known == null || !known.areAt(theta, normalization)) {
      forgetLinearizations();
      known = new Linearizations(theta, normalization, room.linearizations());
      linearizations = known;
    }
    return known;
  }

  private void forgetLinearizations() {
    if (linearizations != null) {
      linearizations.close();
      linearizations = null;
    }
  }

  @Override
  public double[] losses(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      Rounding rounding,
      int chunkSize,
      Normalization normalization) {
    List<Position> points = Sweep.positions(from, to, rounding, a);
    List<Rows> chunks = training.chunks(chunkSize);
    if (chunkSize != chunk) {
      return means(new Sweep(workers, points, chunks).run(normalization));
    }
    FirstLayers ends =
        keepsFirstLayers ? FirstLayers.at(to, room.firstLayers()) : FirstLayers.none();
    GradientAhead beside = gradients.beside(from, to, chunks);
    try (FirstLayers starts = firstLayersAt(from)) {
      Sweep sweep = new Sweep(workers, points, chunks, starts, ends);
      double[] losses = means(sweep.run(normalization, beside));
      gradients.keep(beside);
      return losses;
    } finally {
      firstLayers = ends;
    }
  }

  private static double[] means(List<CrossEntropy> sums) {
    return sums.stream().mapToDouble(sum -> sum.mean().loss()).toArray();
  }

  /** What is known of a theta; nothing, if it is of another. */
  private FirstLayers firstLayersAt(ParameterVector theta) {
    if (!firstLayers.areAt(theta)) {
      firstLayers.close();
    }
    return firstLayers;
  }

  @Override
  public double loss(
      ParameterVector from,
      ParameterVector to,
      double a,
      int[] order,
      int chunkSize,
      Normalization normalization) {
    List<Position> point = Sweep.positions(from, to, Rounding.NEAREST, a);
    return new Sweep(workers, point, training.chunks(order, chunkSize))
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
    forgetLinearizations();
    firstLayers.close();
    workers.close();
    training.close();
    validation.close();
  }

  private Evaluation evaluate(ParameterVector theta, Examples part, Normalization normalization) {
    List<Position> here = Sweep.positions(theta, theta, Rounding.NEAREST, 0);
    return new Sweep(workers, here, part.chunks(chunk)).run(normalization).get(0).mean();
  }

  private static double[] draw(List<Block> blocks, RandomGenerator random) {
    double[] values = new double[Math.toIntExact(Block.length(blocks))];
    for (Block block : blocks) {
      int end = block.end();
      for (int i = block.offset(); i < end; i++) {
        values[i] = block.initial().draw(random);
      }
    }
    return values;
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
