package org.sgdwalk.net;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.Precision;

/** One copy of the network, with the loss on its logits. Confined to one thread. */
final class Worker {
  private final Replica replica;
  private final RowBuffer buffer;
  private final ParameterVector point;
  private @Nullable Position current;
  private boolean trainMode;

  Worker(Engine engine, Program program, Precision precision) {
    replica = engine.replica(program, precision);
    buffer = new RowBuffer(engine, precision);
    point = ParameterVector.zeros(precision, program.parameters());
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
  CrossEntropy crossEntropy(Position at, Rows rows) {
    if (at != current) {
      current = null;
      replica.moveTo(point.between(at.from(), at.to(), at.a(), at.rounding(), 0));
      current = at;
    }
    return CrossEntropy.of(replica.logits(rows.features(buffer), trainMode), rows.labels());
  }

  /** The same at points of one line, which share their first layer's work. */
  List<CrossEntropy> alongLine(List<Position> points, Rows rows) {
    Position any = points.get(0);
    double[] a = points.stream().mapToDouble(Position::a).toArray();
    current = null;
    return replica
        .logitsAlong(any.from(), any.to(), a, any.rounding(), rows.features(buffer), trainMode)
        .stream()
        .map(logits -> CrossEntropy.of(logits, rows.labels()))
        .toList();
  }

  /**
   * Loss and mean gradient over the rows at theta, in train mode. The vectors are this worker's own
   * memory, until it computes again.
   */
  Gradient gradient(ParameterVector theta, Rows rows) {
    moveTo(theta);
    LossOfRows loss = new LossOfRows(rows.labels());
    replica.differentiate(rows.features(buffer), loss::gradient);
    return new Gradient(loss.mean(), replica.gradient(), replica.batchStatistics());
  }

  /**
   * H v over the rows, where H is the Hessian of their mean loss at the theta of the
   * linearizations, with their statistics of batch norm. The vector is this worker's own memory,
   * until it computes again.
   *
   * @param chunk the rows' number in them
   */
  ParameterVector hessianVector(Linearizations all, int chunk, ParameterVector v, Rows rows) {
    moveTo(all.theta());
    Linearization known = all.of(chunk);
    if (known != null) {
      return product(known, v, rows);
    }
    LossOfRows loss = new LossOfRows(rows.labels());
    normalizeWith(all.normalization());
    Linearization made = replica.linearize(rows.features(buffer), trainMode, loss::gradient);
    boolean kept = false;
    try {
      kept = all.keep(chunk, made);
      return product(made, v, rows);
    } finally {
      if (!kept) {
        made.close();
      }
    }
  }

  private ParameterVector product(Linearization at, ParameterVector v, Rows rows) {
    double[] logits = at.logits();
    replica.moveGradient(
        at,
        rows.features(buffer),
        v,
        change -> CrossEntropy.curvature(logits, change, rows.size()));
    return replica.gradient();
  }

  private void moveTo(ParameterVector theta) {
    current = null;
    replica.moveTo(theta);
  }

  /** The mean cross-entropy of rows, as an engine asks for it, and its value. */
  private static final class LossOfRows {
    private final List<Integer> labels;
    private @Nullable CrossEntropy value;

    LossOfRows(List<Integer> labels) {
      this.labels = labels;
    }

    double[] gradient(double[] logits) {
      double[] gradient = new double[logits.length];
      value = CrossEntropy.differentiate(logits, labels, gradient);
      return gradient;
    }

    double mean() {
      if (value == null) {
        throw new IllegalStateException("the engine did not ask for the loss");
      }
      return value.mean().loss();
    }
  }
}
