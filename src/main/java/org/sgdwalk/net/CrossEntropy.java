package org.sgdwalk.net;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Cross-entropy from logits, in float64 on the host. The sum of float32 losses would move in the
 * seventh digit, where small barriers live.
 *
 * @param lossSum sum over the examples, nats
 * @param correct examples whose largest logit is the label's
 * @param examples number of examples
 */
record CrossEntropy(double lossSum, int correct, int examples) {

  static CrossEntropy of(INDArray logits, List<Integer> labels) {
    double[] z = logits.dup('c').data().asDouble();
    int classes = z.length / labels.size();
    double sum = 0;
    int correct = 0;
    for (int i = 0; i < labels.size(); i++) {
      int start = i * classes;
      int best = argMax(z, start, classes);
      int label = labels.get(i);
      sum += logSumExp(z, start, classes, z[best]) - z[start + label];
      correct += best == start + label ? 1 : 0;
    }
    return new CrossEntropy(sum, correct, labels.size());
  }

  CrossEntropy plus(CrossEntropy other) {
    return new CrossEntropy(
        lossSum + other.lossSum, correct + other.correct, examples + other.examples);
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
}
