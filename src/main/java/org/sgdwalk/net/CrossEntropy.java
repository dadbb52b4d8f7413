package org.sgdwalk.net;

import java.util.List;

/**
 * Cross-entropy from logits, in float64. The sum of float32 losses would move in the seventh digit,
 * where small barriers live.
 *
 * @param lossSum sum over the examples, nats
 * @param correct examples whose largest logit is the label's
 * @param examples number of examples
 */
public record CrossEntropy(double lossSum, int correct, int examples) implements PendingLoss {
  private static final CrossEntropy NONE = new CrossEntropy(0, 0, 0);

  /** The cross-entropy of {@code logits} [examples, classes], row-major. */
  public static CrossEntropy of(double[] logits, List<Integer> labels) {
    return read(logits, labels, new double[0]);
  }

  /**
   * Computes the loss and the gradient of the mean with respect to the logits.
   *
   * @param logits [examples, classes], row-major
   * @param gradient of the same length, written
   */
  public static CrossEntropy differentiate(
      double[] logits, List<Integer> labels, double[] gradient) {
    return read(logits, labels, gradient);
  }

  /**
   * The derivative of that gradient along a change of the logits: (p m - p (p . m)) / examples in
   * each row, where p is the softmax and m the change. Exact, and smooth everywhere.
   */
  public static double[] curvature(double[] logits, double[] change, int examples) {
    int classes = logits.length / examples;
    double[] moved = new double[logits.length];
    for (int start = 0; start < logits.length; start += classes) {
      int best = argMax(logits, start, classes);
      double normalizer = logSumExp(logits, start, classes, logits[best]);
      softmax(logits, start, classes, normalizer, 1, moved);
      double mean = 0;
      for (int i = start; i < start + classes; i++) {
        mean += moved[i] * change[i];
      }
      for (int i = start; i < start + classes; i++) {
        moved[i] *= (change[i] - mean) / examples;
      }
    }
    return moved;
  }

  private static CrossEntropy read(double[] z, List<Integer> labels, double[] derivative) {
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
