package org.sgdwalk.net.program;

import java.util.ArrayList;
import java.util.List;

/**
 * Two-dimensional convolution with a square kernel.
 *
 * @param size side of the kernel, pixels
 * @param stride step, pixels
 * @param padding zeros around the input, pixels
 * @param in input channels
 * @param out output channels
 * @param bias whether a bias is added
 */
public record Convolution(int size, int stride, int padding, int in, int out, boolean bias)
    implements Layer {
  @Override
  public Shape output(Shape input) {
    if (input.channels() != in) {
      throw new IllegalArgumentException("a convolution of " + in + " channels got " + input);
    }
    return new Shape(side(input.height()), side(input.width()), out);
  }

  private int side(int pixels) {
    return (pixels + 2 * padding - size) / stride + 1;
  }

  @Override
  public List<Parameter> parameters() {
    double deviation = Math.sqrt(2.0 / ((long) size * size * out));
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        new Parameter(Parameter.WEIGHT, List.of(out, in, size, size), Initial.normal(deviation)));
    if (bias) {
      parameters.add(new Parameter(Parameter.BIAS, List.of(out), Initial.constant(0)));
    }
    return parameters;
  }

  @Override
  public long operations(Shape input) {
    return 2L * output(input).size() * size * size * in;
  }
}
