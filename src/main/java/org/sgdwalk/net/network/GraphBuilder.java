package org.sgdwalk.net.network;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Adds layers one after the other to a DL4J graph; names are PyTorch's. */
final class GraphBuilder {
  /** PyTorch's default; also DL4J's. */
  private static final double BATCH_NORM_EPSILON = 1e-5;

  /** Weight of the old running statistic at an update: the default of PyTorch and of DL4J. */
  private static final double BATCH_NORM_DECAY = 0.9;

  private final ComputationGraphConfiguration.GraphBuilder graph;
  private final boolean batchNorm;
  private String last = "input";

  GraphBuilder(InputType input, boolean batchNorm) {
    this.batchNorm = batchNorm;
    graph =
        new NeuralNetConfiguration.Builder()
            .updater(new NoOp())
            .activation(Activation.IDENTITY)
            .graphBuilder()
            .addInputs(last)
            .setInputTypes(input);
  }

  /** Name of the layer added last. */
  String last() {
    return last;
  }

  /** Adds to the named layer from here on; returns this. */
  GraphBuilder from(String layer) {
    last = layer;
    return this;
  }

  GraphBuilder convolution(String name, int size, int stride, int out, boolean bias) {
    int padding = (size - 1) / 2;
    return add(
        name,
        new ConvolutionLayer.Builder(size, size)
            .stride(stride, stride)
            .padding(padding, padding)
            .nOut(out)
            .hasBias(bias)
            .build());
  }

  /** Nothing where the network has no batch norm. */
  GraphBuilder batchNorm(String name) {
    if (!batchNorm) {
      return this;
    }
    return add(
        name,
        new BatchNormalization.Builder()
            .eps(BATCH_NORM_EPSILON)
            .decay(BATCH_NORM_DECAY)
            .useLogStd(false)
            .build());
  }

  GraphBuilder relu(String name) {
    return add(name, new ActivationLayer.Builder().activation(Activation.RELU).build());
  }

  GraphBuilder maxPool(String name) {
    return add(
        name,
        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
            .kernelSize(2, 2)
            .stride(2, 2)
            .build());
  }

  GraphBuilder globalAveragePool(String name) {
    return add(name, new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
  }

  GraphBuilder linear(String name, int out) {
    return add(name, new DenseLayer.Builder().nOut(out).build());
  }

  GraphBuilder sum(String name, String one, String other) {
    graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), one, other);
    last = name;
    return this;
  }

  /** Softmax cross-entropy on the last layer. */
  ComputationGraphConfiguration build() {
    add(
        "loss",
        new LossLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .build());
    return graph.setOutputs("loss").build();
  }

  private GraphBuilder add(String name, Layer layer) {
    graph.addLayer(name, layer, last);
    last = name;
    return this;
  }
}
