package org.sgdwalk.probe;

import java.util.ArrayList;
import java.util.List;

/** An MLP in jets; theta as the engine orders it, layer by layer: weights [out, in], biases. */
final class JetMlp {
  private final List<Integer> widths;
  private final double[] theta;

  /** {@code widths} has the input's first. */
  JetMlp(List<Integer> widths, double[] theta) {
    this.widths = widths;
    this.theta = theta.clone();
  }

  /** The probability that the network gives a label. */
  Jet probability(double[] input, int label) {
    List<Jet> logits = logits(input);
    Jet total = logits.stream().map(Jet::exp).reduce(Jet::plus).orElseThrow();
    return logits.get(label).exp().times(total.inverse());
  }

  /** The negative log-likelihood of a label, by logits and not by the probability. */
  Jet loss(double[] input, int label) {
    List<Jet> logits = logits(input);
    Jet total = logits.stream().map(Jet::exp).reduce(Jet::plus).orElseThrow();
    return total.log().plus(logits.get(label).times(-1));
  }

  /** The most probable label. */
  int predicted(double[] input) {
    List<Jet> logits = logits(input);
    int best = 0;
    for (int k = 1; k < logits.size(); k++) {
      best = logits.get(k).value() > logits.get(best).value() ? k : best;
    }
    return best;
  }

  private List<Jet> logits(double[] input) {
    List<Jet> values = new ArrayList<>();
    for (double x : input) {
      values.add(Jet.constant(theta.length, x));
    }
    int offset = 0;
    for (int layer = 1; layer < widths.size(); layer++) {
      List<Jet> sums = linear(values, offset, widths.get(layer));
      offset += widths.get(layer) * (values.size() + 1);
      values = layer == widths.size() - 1 ? shifted(sums) : sums.stream().map(Jet::relu).toList();
    }
    return values;
  }

  /** Less the largest one's value, which changes no probability, so that none overflows. */
  private List<Jet> shifted(List<Jet> logits) {
    double largest = logits.stream().mapToDouble(Jet::value).max().orElseThrow();
    return logits.stream().map(z -> z.plus(Jet.constant(theta.length, -largest))).toList();
  }

  private List<Jet> linear(List<Jet> inputs, int offset, int outputs) {
    List<Jet> sums = new ArrayList<>();
    for (int out = 0; out < outputs; out++) {
      Jet sum = parameter(offset + outputs * inputs.size() + out);
      for (int in = 0; in < inputs.size(); in++) {
        sum = sum.plus(parameter(offset + out * inputs.size() + in).times(inputs.get(in)));
      }
      sums.add(sum);
    }
    return sums;
  }

  private Jet parameter(int index) {
    return Jet.variable(theta.length, index, theta[index]);
  }
}
