package org.sgdwalk.run;

import java.util.List;
import java.util.function.Consumer;
import org.hipparchus.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.net.Evaluation;
import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NamedArray;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.Rounding;
import org.sgdwalk.net.RunningStatistics;
import org.sgdwalk.spec.DataSpec;

/** A surface that counts what it is asked for, in images. */
final class CountingSurface implements LossSurface {
  private final LossSurface surface;
  private final DataSpec data;
  private RunCost asked = RunCost.NONE;
  private long lines;
  private long pointsOfLines;
  private long firstProducts;
  private @Nullable ParameterVector lastTheta;
  private @Nullable Normalization lastNormalization;

  CountingSurface(LossSurface surface, DataSpec data) {
    this.surface = surface;
    this.data = data;
  }

  RunCost asked() {
    return asked;
  }

  /** Images times cross-sections whose points lie on one line, as the surface is handed them. */
  long lines() {
    return lines;
  }

  /** Their points. */
  long pointsOfLines() {
    return pointsOfLines;
  }

  /** Images times Hessian products at another theta, or with other statistics, than the last. */
  long firstProducts() {
    return firstProducts;
  }

  /** Gradients of the covariance count among those of updates here: a surface cannot tell. */
  private void gradients(long images) {
    asked = asked.plus(new RunCost(images, 0, 0, 0));
  }

  @Override
  public long dimension() {
    return surface.dimension();
  }

  @Override
  public long operationsPerExample() {
    return surface.operationsPerExample();
  }

  @Override
  public ParameterVector initialTheta(RandomGenerator random) {
    return surface.initialTheta(random);
  }

  @Override
  public ParameterVector vector(double[] components) {
    return surface.vector(components);
  }

  @Override
  public ParameterVector normal(long seed) {
    return surface.normal(seed);
  }

  @Override
  public RunningStatistics initialStatistics() {
    return surface.initialStatistics();
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples) {
    gradients(examples.length);
    return surface.batchGradient(theta, examples);
  }

  @Override
  public Gradient batchGradient(ParameterVector theta, int[] examples, List<CropFlip> views) {
    gradients(examples.length);
    return surface.batchGradient(theta, examples, views);
  }

  @Override
  public Gradient fullGradient(ParameterVector theta) {
    gradients(data.train());
    return surface.fullGradient(theta);
  }

  @Override
  public ParameterVector gradientVariance(ParameterVector theta, int batch) {
    gradients(2L * data.train());
    return surface.gradientVariance(theta, batch);
  }

  @Override
  public void exampleGradients(ParameterVector theta, Consumer<ParameterVector> sink) {
    gradients(data.train());
    surface.exampleGradients(theta, sink);
  }

  @Override
  public double[][] exampleSlopes(ParameterVector theta, List<ParameterVector> directions) {
    asked = asked.plus(new RunCost(0, 0, 0, 2L * data.train() * ((directions.size() + 1) / 2)));
    return surface.exampleSlopes(theta, directions);
  }

  @Override
  public ParameterVector hessianVector(
      ParameterVector theta, ParameterVector v, Normalization normalization) {
    asked = asked.plus(new RunCost(0, 0, 0, 2L * data.train()));
    if (lastTheta == null
        || lastTheta.distance(theta) > 0
        || lastNormalization == null
        || !lastNormalization.isSame(normalization)) {
      firstProducts += data.train();
    }
    lastTheta = theta.copy();
    lastNormalization = normalization.copy();
    return surface.hessianVector(theta, v, normalization);
  }

  @Override
  public double[] losses(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      Rounding rounding,
      int chunkSize,
      Normalization normalization) {
    asked = asked.plus(new RunCost(0, (long) data.train() * a.length, 0, 0));
    if (a.length > 2) {
      lines += data.train();
      pointsOfLines += (long) data.train() * a.length;
    }
    return surface.losses(from, to, a, rounding, chunkSize, normalization);
  }

  @Override
  public double loss(
      ParameterVector from,
      ParameterVector to,
      double a,
      int[] order,
      int chunk,
      Normalization normalization) {
    asked = asked.plus(new RunCost(0, order.length, 0, 0));
    return surface.loss(from, to, a, order, chunk, normalization);
  }

  @Override
  public Evaluation evaluateTraining(ParameterVector theta, Normalization normalization) {
    asked = asked.plus(new RunCost(0, 0, data.train(), 0));
    return surface.evaluateTraining(theta, normalization);
  }

  @Override
  public Evaluation evaluateValidation(ParameterVector theta, Normalization normalization) {
    asked = asked.plus(new RunCost(0, 0, data.validation(), 0));
    return surface.evaluateValidation(theta, normalization);
  }

  @Override
  public List<NamedArray> parameters(ParameterVector theta) {
    return surface.parameters(theta);
  }

  @Override
  public List<NamedArray> statistics(ParameterVector running) {
    return surface.statistics(running);
  }

  @Override
  public void close() {
    surface.close();
  }
}
