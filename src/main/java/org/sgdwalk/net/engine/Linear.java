package org.sgdwalk.net.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Linear layer, x W' + b.
 *
 * @param in input features
 * @param out output features
 */
record Linear(int in, int out) implements Layer {
  @Override
  public Shape output(Shape input) {
    if (!input.isFeatures() || input.channels() != in) {
      throw new IllegalArgumentException("a linear layer of " + in + " features got " + input);
    }
    return Shape.features(out);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(Parameter.WEIGHT, List.of(out, in), Initial.uniform(in)),
        new Parameter(Parameter.BIAS, List.of(out), Initial.uniform(in)));
  }

  @Override
  public boolean backwardReadsInput() {
    return true;
  }

  @Override
  public boolean canSkipInputGradient() {
    return true;
  }

  @Override
  public long operations(Shape input) {
    return 2L * in * out;
  }

  @Override
  public Kernel bind(Ports ports) {
    return new Bound(ports);
  }

  private static final class Bound extends OperationsKernel {

    Bound(Ports ports) {
      INDArray weight = ports.parameters().value(Parameter.WEIGHT);
      INDArray x = Ports.byRow(ports.input());
      INDArray y = Ports.byRow(ports.output());
      forward
          .then(NativeOp.product(x, false, weight, true, 1, y))
          .then(NativeOp.addRow(y, ports.parameters().value(Parameter.BIAS), y));
      if (ports.isTraining()) {
        bindBackward(ports, x, weight);
      }
    }

    private void bindBackward(Ports ports, INDArray x, INDArray weight) {
      INDArray gradient = ports.requireOutputGradient();
      INDArray dy = Ports.byRow(gradient);
      backward.then(
          NativeOp.product(dy, true, x, false, 1, ports.parameters().gradient(Parameter.WEIGHT)));
      ChannelSum.append(backward, gradient, 1, ports.parameters().gradient(Parameter.BIAS));
      INDArray inputGradient = ports.inputGradient();
      if (inputGradient != null) {
        backward.then(NativeOp.product(dy, false, weight, false, 1, Ports.byRow(inputGradient)));
      }
    }
  }
}
