package org.sgdwalk.net;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One copy of the network. Confined to one thread. */
final class Worker {
  private final LogitsNetwork network;
  private final ParameterLayout layout;
  private final BlockView theta;
  private final BlockView statistics;
  private final BlockView gradient;
  private final BlockView statisticsGradient;

  Worker(MultiLayerConfiguration configuration) {
    network = new LogitsNetwork(configuration);
    layout = new ParameterLayout(network);
    INDArray gradients = network.getFlattenedGradients();
    if (gradients == null) {
      network.initGradientsView();
      gradients = network.getFlattenedGradients();
    }
    theta = new BlockView(network.params(), layout.trainable());
    statistics = new BlockView(network.params(), layout.statistics());
    gradient = new BlockView(gradients, layout.trainable());
    statisticsGradient = new BlockView(gradients, layout.statistics());
  }

  ParameterLayout layout() {
    return layout;
  }

  /** Frees the network's memory, which lies outside the heap; returns this for chaining. */
  Worker close() {
    network.close();
    return this;
  }

  /** Sets theta to (1 - a) from + a to. */
  void moveTo(ParameterVector from, ParameterVector to, double a) {
    theta.loadBetween(from, to, a);
  }

  /** Cross-entropy of a forward pass at the current theta. */
  CrossEntropy crossEntropy(ImageTensor.Rows rows, Normalization normalization) {
    if (normalization instanceof Normalization.Running running) {
      statistics.load(running.statistics());
    }
    boolean trainMode = normalization instanceof Normalization.OfChunk;
    INDArray logits = network.logits(rows.features(), trainMode);
    try {
      return CrossEntropy.of(logits, rows.labels());
    } finally {
      logits.close();
    }
  }

  /**
   * Mean gradient over the rows at theta. DL4J leaves the sum over the batch in its gradient
   * vector, and for the running statistics (1 - decay) * (running - batch): with running at 0, the
   * batch's own.
   */
  Gradient gradient(ParameterVector at, ImageTensor.Rows rows) {
    theta.load(at);
    ParameterVector zero = ParameterVector.zeros(at.array().dataType(), statistics.dimension());
    statistics.load(zero);
    network.setInput(rows.features());
    network.setLabels(rows.oneHot());
    network.computeGradientAndScore();
    ParameterVector vector = ParameterVector.zeros(at.array().dataType(), theta.dimension());
    gradient.copyTo(vector);
    statisticsGradient.copyTo(zero);
    double loss = network.score();
    network.clear();
    return new Gradient(
        loss, vector.scale(1.0 / rows.size()), zero.scale(-1 / (1 - RunningStatistics.DECAY)));
  }
}
