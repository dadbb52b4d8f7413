package org.sgdwalk.net;

import java.util.List;
import java.util.function.Consumer;
import org.hipparchus.random.RandomGenerator;
import org.sgdwalk.data.CropFlip;

/**
 * The loss of one network on one data set as a function of theta. L is the mean cross-entropy over
 * the whole training part, in nats per example.
 *
 * <p>Full-batch quantities go over fixed chunks of the training part and are added up in chunk
 * order, so no digit depends on the number of worker threads. Confined to the thread that opened
 * it.
 */
public interface LossSurface extends AutoCloseable {

  /** Number P of trainable parameters. */
  long dimension();

  /** Multiplications and additions of one example's forward pass, in its products alone. */
  long operationsPerExample();

  /**
   * Draws an initial theta as the paper's code does: linear weights and biases uniform in
   * +-1/sqrt(fan_in), convolutions normal with deviation sqrt(2 / (k k out)) and biases 0,
   * batch-norm gamma 1 and beta 0.
   */
  ParameterVector initialTheta(RandomGenerator random);

  /** A vector with the given components, in the order of {@link #parameters}. */
  ParameterVector vector(double[] components);

  /**
   * A vector of independent standard normal components, the same with every engine.
   *
   * @param seed the same seed gives the same vector, whatever the number of threads
   */
  ParameterVector normal(long seed);

  /** Running statistics before the first update: means 0, variances 1. */
  RunningStatistics initialStatistics();

  /** Mean gradient over the given 0-based examples of the training part, as one batch. */
  Gradient batchGradient(ParameterVector theta, int[] examples);

  /**
   * Gives that gradient with each example seen as its view shows it.
   *
   * @param views one for each of {@code examples}
   */
  Gradient batchGradient(ParameterVector theta, int[] examples, List<CropFlip> views);

  /** Mean gradient over the whole training part: the mean over all examples of chunk gradients. */
  Gradient fullGradient(ParameterVector theta);

  /**
   * Variance of each parameter's gradient over the batches of {@code batch} consecutive training
   * examples at theta, batch norm in train mode: sum of w_i (g_i - sum of w_j g_j)^2, where g_i is
   * the mean gradient of batch i and w_i its share of the examples. With batches of 1 and without
   * batch norm it is the diagonal of the gradient covariance C(theta).
   *
   * @return the variances, in the order of {@link #parameters}; 0 where there is one batch only
   */
  ParameterVector gradientVariance(ParameterVector theta, int batch);

  /**
   * The gradient of each example's own loss, in the order of the training part; their mean is the
   * full gradient. One backward pass an example.
   *
   * @param sink takes each, one after the other, from any thread; the vector is its own, to change
   *     too, but no longer than it runs
   * @throws IllegalStateException for a network with batch norm, in whose train mode the loss of an
   *     example depends on the others
   */
  void exampleGradients(ParameterVector theta, Consumer<ParameterVector> sink);

  /**
   * The derivative of each example's own loss along directions, u' g_i: [directions, examples], in
   * the order of the training part. Where several are asked for, each takes about half as long as a
   * Hessian product.
   *
   * @throws IllegalStateException as {@link #exampleGradients}
   */
  double[][] exampleSlopes(ParameterVector theta, List<ParameterVector> directions);

  /** H v with batch norm in train mode, the Hessian that training sees (footnote 6). */
  default ParameterVector hessianVector(ParameterVector theta, ParameterVector v) {
    return hessianVector(theta, v, Normalization.TRAIN);
  }

  /**
   * H v, where H is the Hessian of L at theta.
   *
   * <p>The gradient of a ReLU network jumps where a unit's activation changes its sign. H is that
   * of the smooth piece around theta, as automatic differentiation has it: every unit stays on the
   * side of its kink that it has at theta.
   *
   * @param v a direction of any length; the product with 0 is 0
   * @param normalization batch norm's statistics; running ones are constants of L
   */
  ParameterVector hessianVector(
      ParameterVector theta, ParameterVector v, Normalization normalization);

  /**
   * L at the points (1 - a) from + a to.
   *
   * @param from start point
   * @param to end point
   * @param a positions; 0 and 1 give the ends exactly
   * @param rounding of the points between
   * @param chunk examples a chunk
   * @param normalization batch norm's statistics
   * @return one loss a position; infinite or NaN where the network overflows
   */
  double[] losses(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      Rounding rounding,
      int chunk,
      Normalization normalization);

  /**
   * L at (1 - a) from + a to, over chunks of examples in another order.
   *
   * @param a position; 0 and 1 give the ends exactly
   * @param order each 0-based example of the training part once; the first {@code chunk} of them
   *     are the first chunk
   * @return infinite or NaN where the network overflows
   */
  double loss(
      ParameterVector from,
      ParameterVector to,
      double a,
      int[] order,
      int chunk,
      Normalization normalization);

  /** Loss and accuracy on the training part, over the data spec's chunks. */
  Evaluation evaluateTraining(ParameterVector theta, Normalization normalization);

  /** Loss and accuracy on the validation part, over the data spec's chunks. */
  Evaluation evaluateValidation(ParameterVector theta, Normalization normalization);

  /**
   * Theta by parameter, named {@code fc1.weight}, {@code bn1.bias}, ...; linear weights [out, in].
   */
  List<NamedArray> parameters(ParameterVector theta);

  /** Running statistics by name: {@code bn1.running_mean}, {@code bn1.running_var}, ... */
  List<NamedArray> statistics(ParameterVector running);

  @Override
  void close();
}
