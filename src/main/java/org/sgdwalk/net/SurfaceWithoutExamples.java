package org.sgdwalk.net;

import java.util.List;
import java.util.function.Consumer;

/** A surface without examples: a mini-batch has the full gradient, and no order changes a loss. */
abstract class SurfaceWithoutExamples implements LossSurface {
  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples) {
    return fullGradient(theta);
  }

  @Override
  public void exampleGradients(ParameterVector theta, Consumer<ParameterVector> sink) {
    sink.accept(fullGradient(theta).vector());
  }

  @Override
  public double[][] exampleSlopes(ParameterVector theta, List<ParameterVector> directions) {
    ParameterVector gradient = fullGradient(theta).vector();
    return directions.stream().map(u -> new double[] {gradient.dot(u)}).toArray(double[][]::new);
  }

  @Override
  public double loss(
      ParameterVector from,
      ParameterVector to,
      double a,
      int[] order,
      int chunk,
      Normalization normalization) {
    return losses(from, to, new double[] {a}, Rounding.NEAREST, chunk, normalization)[0];
  }

  @Override
  public Evaluation evaluateValidation(ParameterVector theta, Normalization normalization) {
    return evaluateTraining(theta, normalization);
  }

  @Override
  public List<NamedArray> parameters(ParameterVector theta) {
    double[] values = theta.toArray();
    return List.of(new NamedArray("theta", List.of(values.length), values));
  }

  @Override
  public List<NamedArray> statistics(ParameterVector running) {
    return List.of();
  }

  @Override
  public void close() {}
}
