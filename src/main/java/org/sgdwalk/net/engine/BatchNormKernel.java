package org.sgdwalk.net.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batch norm in three native steps: channel sums as products with ones, the centred input, and the
 * native affine map per channel. The variance is that of the centred values: the mean of squares
 * less the squared mean would lose float32's digits where a channel's mean is large.
 */
final class BatchNormKernel implements Kernel {
  private static final int CHANNEL_AXIS = 3;

  private final Operations trainForward = new Operations();
  private final NativeOp evalForward;
  private final Operations sums = new Operations();
  private final Operations inputGradient = new Operations();
  private final double epsilon;
  private final long count;
  private final INDArray gamma;
  private final INDArray zero;
  private final INDArray one;
  private final INDArray minusMean;
  private final INDArray variance;
  private final INDArray sumOfGradient;
  private final INDArray sumOfProduct;
  private final INDArray gammaGradient;
  private final INDArray gradientFactor;
  private final INDArray inputFactor;
  private final INDArray shift;

  BatchNormKernel(BatchNorm layer, Ports ports) {
    epsilon = layer.epsilon();
    count = ports.output().length() / layer.channels();
    gamma = ports.parameters().value(Parameter.WEIGHT);
    zero = perChannel(ports, 0);
    one = perChannel(ports, 1);
    minusMean = perChannel(ports, 0);
    variance = perChannel(ports, 0);
    sumOfGradient = perChannel(ports, 0);
    sumOfProduct = perChannel(ports, 0);
    gammaGradient = perChannel(ports, 0);
    gradientFactor = perChannel(ports, 0);
    inputFactor = perChannel(ports, 0);
    shift = perChannel(ports, 0);
    INDArray beta = ports.parameters().value(Parameter.BIAS);
    evalForward =
        affine(
            ports.input(),
            ports.parameters().value(Parameter.RUNNING_MEAN),
            ports.parameters().value(Parameter.RUNNING_VARIANCE),
            gamma,
            beta,
            epsilon,
            ports.output());
    bindTrainForward(ports, beta);
    if (ports.isTraining()) {
      bindBackward(ports);
    }
  }

  private static INDArray perChannel(Ports ports, double value) {
    return Nd4j.valueArrayOf(new long[] {ports.output().size(3)}, value, ports.type());
  }

  private void bindTrainForward(Ports ports, INDArray beta) {
    INDArray y = ports.output();
    INDArray squares = ports.requireForwardScratch().reshape(y.shape());
    ChannelSum.append(trainForward, ports.input(), -1.0 / count, minusMean);
    trainForward
        .then(NativeOp.addRow(Ports.byChannel(ports.input()), minusMean, Ports.byChannel(y)))
        .then(NativeOp.multiply(y, y, squares));
    ChannelSum.append(trainForward, squares, 1.0 / count, variance);
    trainForward.then(affine(y, zero, variance, gamma, beta, epsilon, y));
  }

  private void bindBackward(Ports ports) {
    INDArray dx = ports.requireInputGradient();
    INDArray dy = ports.requireOutputGradient();
    INDArray centred = ports.requireBackwardScratch().reshape(dx.shape());
    Ports.ParameterArrays parameters = ports.parameters();
    sums.then(NativeOp.addRow(Ports.byChannel(ports.input()), minusMean, Ports.byChannel(centred)))
        .then(NativeOp.multiply(centred, dy, dx));
    ChannelSum.append(sums, dx, 1, sumOfProduct);
    ChannelSum.append(sums, dy, 1, sumOfGradient);
    INDArray minusOne = perChannel(ports, -1);
    sums.then(NativeOp.copy(sumOfGradient, parameters.gradient(Parameter.BIAS)))
        .then(NativeOp.multiply(minusMean, minusOne, parameters.gradient(Parameter.RUNNING_MEAN)))
        .then(NativeOp.copy(variance, parameters.gradient(Parameter.RUNNING_VARIANCE)));
    inputGradient
        .then(NativeOp.copy(gammaGradient, parameters.gradient(Parameter.WEIGHT)))
        .then(affine(centred, zero, one, inputFactor, shift, 0, centred))
        .then(affine(dy, zero, one, gradientFactor, zero, 0, dx))
        .then(NativeOp.add(dx, centred, dx));
  }

  /** (x - mean) / sqrt(variance + epsilon) * factor + offset, a channel at a time. */
  private static NativeOp affine(
      INDArray x,
      INDArray mean,
      INDArray variance,
      INDArray factor,
      INDArray offset,
      double epsilon,
      INDArray out) {
    return NativeOp.of(
        "batchnorm",
        List.of(x, mean, variance, factor, offset),
        List.of(out),
        List.of(epsilon),
        1,
        1,
        CHANNEL_AXIS);
  }

  @Override
  public void forward(Mode mode) {
    if (mode == Mode.EVAL) {
      evalForward.run();
    } else {
      trainForward.run();
    }
  }

  /** dx = factor * dy + inputFactor * (x - mean) + shift. */
  @Override
  public void backward() {
    sums.run();
    double[] scale = gamma.dup().data().asDouble();
    double[] v = variance.data().asDouble();
    double[] gradientSum = sumOfGradient.data().asDouble();
    double[] productSum = sumOfProduct.data().asDouble();
    for (int c = 0; c < v.length; c++) {
      double inverse = 1 / Math.sqrt(v[c] + epsilon);
      double factor = scale[c] * inverse;
      gammaGradient.data().put(c, productSum[c] * inverse);
      gradientFactor.data().put(c, factor);
      inputFactor.data().put(c, -factor * inverse * inverse * productSum[c] / count);
      shift.data().put(c, -factor * gradientSum[c] / count);
    }
    inputGradient.run();
  }

  @Override
  public void close() {
    trainForward.close();
    evalForward.close();
    sums.close();
    inputGradient.close();
  }
}
