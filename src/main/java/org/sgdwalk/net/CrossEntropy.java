package org.sgdwalk.net;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Cross-entropy from logits, in float64 on the host. The sum of float32 losses would move in the
 * seventh digit, where small barriers live.
 *
 * @param lossSum sum over the examples, nats
 * @param correct examples whose largest logit is the label's
 * @param examples number of examples
 */
record CrossEntropy(double lossSum, int correct, int examples) {
  private static final CrossEntropy NONE = new CrossEntropy(0, 0, 0);

  static CrossEntropy of(INDArray logits, List<Integer> labels) {
    return read(logits, labels, new double[0]);
  }

  /**
   * Computes the loss and the gradient of the mean with respect to the logits.
   *
   * @param gradient [examples, classes], written
   */
  static CrossEntropy differentiate(INDArray logits, List<Integer> labels, INDArray gradient) {
    double[] derivative = new double[Math.toIntExact(logits.length())];
    CrossEntropy loss = read(logits, labels, derivative);
    gradient.assign(
        Nd4j.createFromArray(derivative).castTo(gradient.dataType()).reshape(gradient.shape()));
    return loss;
  }

  private static CrossEntropy read(INDArray logits, List<Integer> labels, double[] derivative) {
    double[] z = logits.dup('c').data().asDouble();
    int classes = z.length / labels.size();
    CrossEntropy total = NONE;
    for (int i = 0; i < labels.size(); i++) {
      int start = i * classes;
      int best = argMax(z, start, classes);
      int label = labels.get(i);
      double normalizer = logSumExp(z, start, classes, z[best]);
      total =
          total.plus(
              new CrossEntropy(normalizer - z[start + label], best == start + label ? 1 : 0, 1));
      if (derivative.length > 0) {
        softmax(z, start, classes, normalizer, labels.size(), derivative);
        derivative[start + label] -= 1.0 / labels.size();
      }
    }
    return total;
  }

  CrossEntropy plus(CrossEntropy other) {
    return new CrossEntropy(
        lossSum + other.lossSum, correct + other.correct, examples + other.examples);
  }

  static CrossEntropy sum(List<CrossEntropy> parts) {
    return parts.stream().reduce(NONE, CrossEntropy::plus);
  }

  Evaluation mean() {
    return new Evaluation(lossSum / examples, (double) correct / examples);
  }

  private static int argMax(double[] z, int start, int count) {
    int best = start;
    for (int i = start + 1; i < start + count; i++) {
      best = z[i] > z[best] ? i : best;
    }
    return best;
  }

  /** StrictMath: the same digits on every JDK. */
  private static double logSumExp(double[] z, int start, int count, double max) {
    double sum = 0;
    for (int i = start; i < start + count; i++) {
      sum += StrictMath.exp(z[i] - max);
    }
    return max + StrictMath.log(sum);
  }

  private static void softmax(
      double[] z, int start, int count, double normalizer, int examples, double[] into) {
    for (int i = start; i < start + count; i++) {
      into[i] = StrictMath.exp(z[i] - normalizer) / examples;
    }
  }
}
