package org.sgdwalk.net.program;

import java.util.List;

/**
 * Batch normalisation per channel, with the biased variance.
 *
 * @param channels number of channels
 * @param epsilon added to the variance
 */
public record BatchNorm(int channels, double epsilon) implements Layer {
  @Override
  public Shape output(Shape input) {
    if (input.channels() != channels) {
      throw new IllegalArgumentException("batch norm of " + channels + " channels got " + input);
    }
    return input;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(Parameter.WEIGHT, List.of(channels), Initial.constant(1)),
        new Parameter(Parameter.BIAS, List.of(channels), Initial.constant(0)));
  }

  @Override
  public List<Parameter> statistics() {
    return List.of(
        new Parameter(Parameter.RUNNING_MEAN, List.of(channels), Initial.constant(0)),
        new Parameter(Parameter.RUNNING_VARIANCE, List.of(channels), Initial.constant(1)));
  }
}
