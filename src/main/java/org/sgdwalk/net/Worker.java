package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.List;
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
   * The same at points of one line: its first layer is linear in a, two products serve them all.
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

  /** Loss and mean gradient over the rows at theta, in train mode. */
  Gradient gradient(ParameterVector at, Rows rows) {
    current = null;
    engine.theta().assign(at.array());
    List<CrossEntropy> loss = new ArrayList<>();
    engine.differentiate(
        rows.features(buffer),
        (logits, gradient) ->
            loss.add(CrossEntropy.differentiate(logits, rows.labels(), gradient)));
    return new Gradient(
        loss.get(0).mean().loss(), new ParameterVector(engine.gradient().dup()), batchStatistics());
  }

  private ParameterVector batchStatistics() {
    return program.statistics().isEmpty()
        ? ParameterVector.zeros(type, 0)
        : new ParameterVector(engine.batchStatistics().dup());
  }
}
