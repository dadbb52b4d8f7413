package org.sgdwalk.net.program;

import java.util.List;

/**
 * Linear layer, x W' + b.
 *
 * @param in input features
 * @param out output features
 */
public record Linear(int in, int out) implements Layer {
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
  public long operations(Shape input) {
    return 2L * in * out;
  }

  @Override
  public boolean givesVector(boolean fromVector) {
    return true;
  }
}
