package org.sgdwalk.net;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.sgdwalk.spec.NetworkSpec;

/**
 * The fully connected network: linear, batch norm (if any), ReLU for each hidden width, then
 * linear, softmax.
 */
final class MlpNetwork {
  /** PyTorch's default; also DL4J's. */
  private static final double BATCH_NORM_EPSILON = 1e-5;

  private MlpNetwork() {}

  static MultiLayerConfiguration configure(
      NetworkSpec.Mlp spec, int inputs, int classes, DataType type) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .updater(new NoOp())
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .list();
    int in = inputs;
    for (int width : spec.hidden()) {
      layers.layer(linear(in, width));
      if (spec.batchNorm()) {
        layers.layer(batchNorm(width));
      }
      layers.layer(new ActivationLayer.Builder().activation(Activation.RELU).build());
      in = width;
    }
    layers.layer(linear(in, classes));
    layers.layer(
        new LossLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .build());
    return layers.build();
  }

  private static DenseLayer linear(int in, int out) {
    return new DenseLayer.Builder().nIn(in).nOut(out).activation(Activation.IDENTITY).build();
  }

  /** Running variances are kept as such, not as logarithms, so that their average is linear. */
  private static BatchNormalization batchNorm(int width) {
    return new BatchNormalization.Builder()
        .nIn(width)
        .nOut(width)
        .eps(BATCH_NORM_EPSILON)
        .decay(RunningStatistics.DECAY)
        .useLogStd(false)
        .build();
  }
}
