package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.sgdwalk.net.engine.Engine;
import org.sgdwalk.net.engine.Program;

/** One copy of the network. Confined to one thread. */
final class Worker {
  private final Program program;
  private final DataType type;
  private final Engine engine;
  private final RowBuffer buffer = new RowBuffer();
  private @Nullable Position current;
  private @Nullable ParameterVector difference;
  private boolean trainMode;

  Worker(Program program, DataType type) {
    this.program = program;
    this.type = type;
    this.engine = new Engine(program, type);
  }

  /** Frees the network's memory, which lies outside the heap; returns this for chaining. */
  Worker close() {
    buffer.close();
    engine.close();
    return this;
  }

  /** Says which statistics batch norm uses in the forward passes that follow. */
  void normalizeWith(Normalization normalization) {
    trainMode = normalization instanceof Normalization.OfChunk;
    if (normalization instanceof Normalization.Running running
        && running.statistics().dimension() > 0) {
      engine.runningStatistics().assign(running.statistics().array());
    }
  }

  /** Cross-entropy of the rows at a point. */
  CrossEntropy crossEntropy(Position point, Rows rows) {
    if (point != current) {
      interpolate(point.from().array(), point.to().array(), point.a(), engine.theta());
      current = point;
    }
    return CrossEntropy.of(engine.logits(rows.features(buffer), trainMode), rows.labels());
  }

  /**
   * Computes the losses at points of one line: its first layer is linear in a, two products serve
   * them all.
   */
  List<CrossEntropy> alongLine(List<Position> points, Rows rows) {
    Position any = points.get(0);
    current = null;
    try (INDArray start = firstLayer(any.from(), rows);
        INDArray end = firstLayer(any.to(), rows)) {
      return points.stream().map(point -> between(start, end, point, rows)).toList();
    }
  }

  private CrossEntropy between(INDArray start, INDArray end, Position point, Rows rows) {
    int rest = program.endOfFirstLayer();
    interpolate(
        tail(point.from().array(), rest),
        tail(point.to().array(), rest),
        point.a(),
        tail(engine.theta(), rest));
    INDArray logits =
        engine.logitsFrom(rows.size(), out -> interpolate(start, end, point.a(), out), trainMode);
    return CrossEntropy.of(logits, rows.labels());
  }

  private INDArray firstLayer(ParameterVector theta, Rows rows) {
    int length = program.endOfFirstLayer();
    engine
        .theta()
        .get(NDArrayIndex.interval(0, length))
        .assign(theta.array().get(NDArrayIndex.interval(0, length)));
    return engine.firstLayer(rows.features(buffer));
  }

  private static INDArray tail(INDArray flat, int from) {
    return flat.get(NDArrayIndex.interval(from, flat.length()));
  }

  /** (1 - a) from + a to; a = 0 and a = 1 give the ends exactly. */
  private static void interpolate(INDArray from, INDArray to, double a, INDArray into) {
    if (a == 0 || a == 1) {
      into.assign(a == 0 ? from : to);
      return;
    }
    into.assign(from).muli(1 - a);
    Nd4j.getBlasWrapper().level1().axpy(into.length(), a, to, into);
  }

  /**
   * Loss and mean gradient over the rows at theta, in train mode. The vectors are this worker's own
   * memory, until it computes again.
   */
  Gradient gradient(ParameterVector at, Rows rows) {
    moveTo(at);
    double loss = differentiate(rows, engine::differentiate);
    return new Gradient(loss, new ParameterVector(engine.gradient()), batchStatistics());
  }

  /**
   * g(to) - g(from) over the rows, in train mode, where g is the gradient of the smooth piece of
   * the loss around theta: each unit stays on the side of its kink that it has at theta. The vector
   * is this worker's own memory, until it computes again.
   *
   * @param pieces what is known of the piece at theta
   * @param chunk the rows' number in it
   */
  ParameterVector gradientDifference(
      Pieces pieces, int chunk, ParameterVector from, ParameterVector to, Rows rows) {
    if (difference == null) {
      // Kept: taking and clearing new memory of this size costs as much as a narrow network's pass.
      difference = ParameterVector.zeros(type, from.dimension());
    }
    findPiece(pieces, chunk, rows);
    moveTo(to);
    differentiate(rows, engine::differentiateOnPiece);
    difference.array().assign(engine.gradient());
    moveTo(from);
    differentiate(rows, engine::differentiateOnPiece);
    return difference.addScaled(-1, new ParameterVector(engine.gradient()));
  }

  private void findPiece(Pieces pieces, int chunk, Rows rows) {
    INDArray known = pieces.of(chunk);
    if (known == null) {
      moveTo(pieces.theta());
      engine.recordPiece(rows.features(buffer));
      pieces.keep(
          chunk, engine.recordedPieceBytes(rows.size()), () -> engine.recordedPiece(rows.size()));
    } else {
      engine.usePiece(rows.size(), known);
    }
  }

  private void moveTo(ParameterVector theta) {
    current = null;
    engine.theta().assign(theta.array());
  }

  private double differentiate(Rows rows, BiConsumer<INDArray, Engine.LogitsLoss> pass) {
    List<CrossEntropy> loss = new ArrayList<>();
    pass.accept(
        rows.features(buffer),
        (logits, gradient) ->
            loss.add(CrossEntropy.differentiate(logits, rows.labels(), gradient)));
    return loss.get(0).mean().loss();
  }

  private ParameterVector batchStatistics() {
    return program.statistics().isEmpty()
        ? ParameterVector.zeros(type, 0)
        : new ParameterVector(engine.batchStatistics());
  }
}
