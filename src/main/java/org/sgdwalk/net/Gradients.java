package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.Program;

/**
 * Gradients of a mini-batch, which is one worker's, and of the training part, to which all workers
 * add in the order of its chunks.
 */
final class Gradients {
  private final Workers workers;
  private final VectorSpace vectors;
  private final Program program;
  private final int examples;
  private GradientAhead ahead = GradientAhead.none();
  private @Nullable ParameterVector lastFull;

  /** {@code examples} is how many the training part has. */
  Gradients(Workers workers, VectorSpace vectors, Program program, int examples) {
    this.workers = workers;
    this.vectors = vectors;
    this.program = program;
    this.examples = examples;
  }

  /** The gradient of a mini-batch, whose rows are released. */
  Gradient ofBatch(ParameterVector theta, Rows rows) {
    lastFull = null;
    ahead = GradientAhead.none();
    try {
      ChunkGradient gradient =
          workers.run(1, (worker, i) -> worker.takeGradient(theta, rows)).get(0);
      double loss = workers.read(List.of(gradient.loss())).get(0).mean().loss();
      return new Gradient(loss, gradient.vector(), gradient.batchStatistics());
    } finally {
      rows.release();
    }
  }

  /**
   * The gradient of the training part.
   *
   * @param known what is known of the first layer at this theta
   */
  Gradient full(ParameterVector theta, List<Rows> chunks, FirstLayers known) {
    GradientAhead made = ahead;
    ahead = GradientAhead.none();
    lastFull = theta;
    return made.isAt(theta) ? mean(chunks, made::forEach) : mean(theta, chunks, known);
  }

  /**
   * The gradient at a section's end that is to be made beside the section: where it is likely to be
   * asked for, since it was at the section's start, and would leave workers without work. The last
   * of a phase is made for nothing. Where points share the first layer, a section has a task a
   * worker, and none is free.
   */
  GradientAhead beside(ParameterVector from, ParameterVector to, List<Rows> chunks) {
    boolean due =
        from == lastFull
            && chunks.size() < workers.count()
            && !workers.shareFirstLayer()
            && !ahead.isAt(to);
    return due ? GradientAhead.at(to, chunks) : GradientAhead.none();
  }

  /** Keeps one that was made, for the gradient at its theta. */
  void keep(GradientAhead made) {
    if (made.size() > 0) {
      ahead = made;
    }
  }

  /** Twice over the batches: the mean first, since a difference of squares would lose digits. */
  ParameterVector variance(ParameterVector theta, List<Rows> batches) {
    ParameterVector mean = mean(theta, batches, FirstLayers.none()).vector();
    ParameterVector variance = vectors.zeros(program.parameters());
    workers.runInOrder(
        batches.size(),
        (worker, i) -> worker.gradient(theta, batches.get(i)).vector().addScaled(-1, mean).square(),
        (squares, i) -> variance.addScaled(weight(batches.get(i)), squares));
    return variance;
  }

  private Gradient mean(ParameterVector theta, List<Rows> chunks, FirstLayers known) {
    return mean(
        chunks,
        sink ->
            workers.runInOrder(
                chunks.size(),
                (worker, i) -> worker.gradient(theta, chunks.get(i), i, known),
                sink));
  }

  private Gradient mean(List<Rows> chunks, Consumer<Workers.Sink<ChunkGradient>> parts) {
    ParameterVector vector = vectors.zeros(program.parameters());
    ParameterVector statistics = vectors.zeros(program.statisticsLength());
    List<PendingLoss> losses = new ArrayList<>();
    parts.accept(
        (gradient, i) -> {
          double weight = weight(chunks.get(i));
          losses.add(gradient.loss());
          vector.addScaled(weight, gradient.vector());
          statistics.addScaled(weight, gradient.batchStatistics());
        });
    return new Gradient(meanLoss(losses, chunks), vector, statistics);
  }

  private double meanLoss(List<PendingLoss> losses, List<Rows> chunks) {
    List<CrossEntropy> read = workers.read(losses);
    double mean = 0;
    for (int i = 0; i < read.size(); i++) {
      mean += weight(chunks.get(i)) * read.get(i).mean().loss();
    }
    return mean;
  }

  /** A chunk's share of the training part. */
  double weight(Rows rows) {
    return (double) rows.size() / examples;
  }
}
