package org.sgdwalk.net.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sgdwalk.net.Batch;
import org.sgdwalk.net.CrossEntropy;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.FirstLayer;
import org.sgdwalk.net.Linearization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.PendingLoss;
import org.sgdwalk.net.Position;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.program.Block;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.Precision;

/**
 * A {@code ComputationGraph} with its softmax cross-entropy. Its loss stops at 23 nats an example,
 * so that ours is taken, of its logits; its gradient goes on, and is a sum over the rows.
 */
final class Dl4jReplica implements Replica {
  private static final String LOSS = "loss";

  private final Program program;
  private final Precision precision;
  private final ComputationGraph graph;
  private final String last;
  private ParameterVector gradient;
  private ParameterVector batchStatistics;

  Dl4jReplica(Program program, Precision precision) {
    this.program = program;
    this.precision = precision;
    ComputationGraphConfiguration definition = program.definition().clone();
    last = Objects.requireNonNull(definition.getVertexInputs().get(LOSS), LOSS).get(0);
    ComputationGraph single = new ComputationGraph(definition);
    single.init();
    graph = precision == Precision.FLOAT64 ? single.convertDataType(DataType.DOUBLE) : single;
    gradient = ParameterVector.zeros(precision, program.parameters());
    batchStatistics = ParameterVector.zeros(precision, program.statisticsLength());
  }

  @Override
  public void moveTo(ParameterVector theta) {
    assign(program.theta(), theta.toArray());
  }

  @Override
  public void moveTo(Position point) {
    ParameterVector theta = ParameterVector.zeros(precision, program.parameters());
    point.writeTo(theta, 0);
    moveTo(theta);
  }

  @Override
  public void useStatistics(ParameterVector running) {
    assign(program.statistics(), running.toArray());
  }

  private void assign(List<Block> blocks, double[] values) {
    for (Block block : blocks) {
      INDArray there = graph.getLayer(Names.layer(block)).getParam(Names.parameter(block, program));
      Names.asHere(there, block)
          .assign(
              Nd4j.createFromArray(Arrays.copyOfRange(values, block.offset(), block.end()))
                  .castTo(there.dataType())
                  .reshape(block.shape().stream().mapToLong(i -> i).toArray()));
    }
  }

  @Override
  public PendingLoss loss(Batch batch, boolean trainMode) {
    return CrossEntropy.of(logits(batch.features(), trainMode), batch.labels());
  }

  private double[] logits(Features features, boolean trainMode) {
    return forward(features, trainMode).dup('c').data().asDouble();
  }

  /**
   * Outside of training its activation layers overwrite what they read, a residual block's input
   * too. Without batch norm both modes compute the same, so that it always is training there.
   */
  private INDArray forward(Features features, boolean trainMode) {
    boolean training = trainMode || program.statistics().isEmpty();
    Map<String, INDArray> activations = graph.feedForward(input(features), training);
    return Objects.requireNonNull(activations.get(last), last);
  }

  private INDArray input(Features features) {
    INDArray rows = ((Dl4jFeatures) features).array();
    Shape shape = program.input();
    return shape.isFeatures()
        ? rows
        : rows.reshape(rows.size(0), shape.height(), shape.width(), shape.channels())
            .permute(0, 3, 1, 2)
            .dup('c');
  }

  @Override
  public PendingLoss differentiate(Batch batch, @Nullable FirstLayer known) {
    useStatistics(ParameterVector.zeros(precision, program.statisticsLength()));
    int rows = batch.size();
    double[] logits = logits(batch.features(), true);
    graph.setInputs(input(batch.features()));
    graph.setLabels(labels(batch.labels(), logits.length / rows));
    graph.computeGradientAndScore();
    Gradient all = graph.gradient();
    gradient = ParameterVector.of(precision, collect(program.theta(), all)).scale(1.0 / rows);
    batchStatistics = ParameterVector.of(precision, seen(collect(program.statistics(), all), rows));
    return CrossEntropy.of(logits, batch.labels());
  }

  /** One-hot, [rows, classes]. */
  private INDArray labels(List<Integer> labels, int classes) {
    INDArray oneHot = Nd4j.zeros(Dl4jEngine.type(precision), labels.size(), classes);
    for (int row = 0; row < labels.size(); row++) {
      oneHot.putScalar(row, labels.get(row), 1);
    }
    return oneHot;
  }

  private double[] collect(List<Block> blocks, Gradient all) {
    double[] values = new double[Block.length(blocks)];
    for (Block block : blocks) {
      INDArray there =
          all.getGradientFor(Names.layer(block) + "_" + Names.parameter(block, program));
      double[] part = Names.asHere(there, block).dup('c').data().asDouble();
      System.arraycopy(part, 0, values, block.offset(), part.length);
    }
    return values;
  }

  /**
   * Batch norm leaves as a gradient by how much its running statistics are to fall: from 0, minus a
   * tenth of what the rows have; the variance is biased there.
   */
  private double[] seen(double[] falls, int rows) {
    for (Block block : program.statistics()) {
      long count = rows * (long) program.shapeOf(Names.layer(block)).pixels();
      boolean unbiases = Names.isVariance(block) && count > 1;
      double factor = unbiases ? (double) count / (count - 1) : 1;
      for (int i = block.offset(); i < block.end(); i++) {
        falls[i] *= -factor / (1 - Names.DECAY);
      }
    }
    return falls;
  }

  @Override
  public ParameterVector gradient() {
    return gradient;
  }

  @Override
  public ParameterVector batchStatistics() {
    return batchStatistics;
  }

  @Override
  public Linearization linearize(Batch batch, boolean trainMode) {
    throw cannot();
  }

  @Override
  public void moveGradient(Linearization at, Batch batch, ParameterVector v) {
    throw cannot();
  }

  @Override
  public double[] slopes(Linearization at, Batch batch, ParameterVector v) {
    throw cannot();
  }

  private static EngineException cannot() {
    return new EngineException("the engine 'dl4j' does not compute Hessian products");
  }

  @Override
  public void close() {
    graph.clear();
  }
}
