package org.sgdwalk.net;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.Precision;

/** One copy of the network, and where it is. Confined to one thread. */
final class Worker {
  private final Replica replica;
  private final RowBuffer buffer;
  private @Nullable Position current;
  private boolean trainMode;

  Worker(Engine engine, Program program, Precision precision) {
    replica = engine.replica(program, precision);
    buffer = new RowBuffer(engine, precision);
  }

  /** Frees the network's memory, which lies outside the heap; returns this for chaining. */
  Worker close() {
    buffer.close();
    replica.close();
    return this;
  }

  boolean sharesFirstLayer() {
    return replica.sharesFirstLayer();
  }

  /** Says which statistics batch norm uses in the forward passes that follow. */
  void normalizeWith(Normalization normalization) {
    trainMode = normalization instanceof Normalization.OfChunk;
    if (normalization instanceof Normalization.Running running
        && running.statistics().dimension() > 0) {
      replica.useStatistics(running.statistics());
    }
  }

  /** Cross-entropy of the rows at a point. */
  PendingLoss loss(Position at, Rows rows) {
    if (at != current) {
      current = null;
      if (at.isEnd()) {
        replica.moveTo(at.end());
      } else {
        replica.moveTo(at);
      }
      current = at;
    }
    return replica.loss(rows.batch(buffer), trainMode);
  }

  /**
   * The same at points of one line, which share their first layer's work.
   *
   * @param chunk the rows' number
   * @param starts what is known at the line's start
   * @param ends takes what comes out at its end
   */
  List<PendingLoss> alongLine(
      List<Position> points, Rows rows, int chunk, FirstLayers starts, FirstLayers ends) {
    Position any = points.get(0);
    double[] a = points.stream().mapToDouble(Position::a).toArray();
    current = null;
    Batch batch = rows.batch(buffer);
    try (FirstLayer start = firstLayer(starts.find(chunk), any.from(), batch);
        FirstLayer end = replica.firstLayer(any.to(), batch)) {
      ends.keep(chunk, end);
      Replica.Line line = new Replica.Line(any.from(), any.to(), any.rounding(), start, end);
      return replica.lossesAlong(line, a, batch, trainMode);
    }
  }

  private FirstLayer firstLayer(@Nullable FirstLayer known, ParameterVector theta, Batch batch) {
    return known == null ? replica.firstLayer(theta, batch) : known;
  }

  /**
   * Loss and mean gradient over the rows at theta, in train mode. The vectors are this worker's own
   * memory, until it computes again.
   */
  ChunkGradient gradient(ParameterVector theta, Rows rows) {
    return gradient(theta, rows, 0, FirstLayers.none());
  }

  /** The same with vectors of the caller's own. */
  ChunkGradient takeGradient(ParameterVector theta, Rows rows) {
    moveTo(theta);
    PendingLoss loss = replica.differentiate(rows.batch(buffer), null);
    return new ChunkGradient(loss, replica.takeGradient(), replica.batchStatistics().copy());
  }

  /**
   * The same where the first layer's result may be known.
   *
   * @param chunk the rows' number among {@code known}
   */
  ChunkGradient gradient(ParameterVector theta, Rows rows, int chunk, FirstLayers known) {
    moveTo(theta);
    try (FirstLayer first = known.find(chunk)) {
      PendingLoss loss = replica.differentiate(rows.batch(buffer), first);
      return new ChunkGradient(loss, replica.gradient(), replica.batchStatistics());
    }
  }

  /**
   * H v over the rows, where H is the Hessian of their mean loss at the theta of the
   * linearizations, with their statistics of batch norm. The vector is this worker's own memory,
   * until it computes again.
   *
   * @param chunk the rows' number in them
   */
  ParameterVector hessianVector(Linearizations all, int chunk, ParameterVector v, Rows rows) {
    return at(
        all,
        chunk,
        rows,
        there -> {
          replica.moveGradient(there, rows.batch(buffer), v);
          return replica.gradient();
        });
  }

  /**
   * The derivative of each row's own loss along directions, where {@link #hessianVector} would be:
   * [directions, rows].
   */
  double[][] slopes(Linearizations all, int chunk, List<ParameterVector> directions, Rows rows) {
    return at(
        all,
        chunk,
        rows,
        there ->
            directions.stream()
                .map(u -> replica.slopes(there, rows.batch(buffer), u))
                .toArray(double[][]::new));
  }

  /** Works at a chunk's linearization, which is made where it is not known. */
  private <R> R at(Linearizations all, int chunk, Rows rows, Function<Linearization, R> work) {
    moveTo(all.theta());
    Linearization known = all.of(chunk);
    if (known != null) {
      return work.apply(known);
    }
    normalizeWith(all.normalization());
    Linearization made = replica.linearize(rows.batch(buffer), trainMode);
    boolean kept = false;
    try {
      kept = all.keep(chunk, made);
      return work.apply(made);
    } finally {
      if (!kept) {
        made.close();
      }
    }
  }

  private void moveTo(ParameterVector theta) {
    current = null;
    replica.moveTo(theta);
  }
}
