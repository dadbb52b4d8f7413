package org.sgdwalk.net;

import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A DL4J network that gives its logits: what enters the softmax, before it loses digits to exp. */
@SuppressWarnings("overrides") // DL4J overrides a varargs method with an array
final class LogitsNetwork extends MultiLayerNetwork {
  private static final long serialVersionUID = 1L;

  LogitsNetwork(MultiLayerConfiguration configuration) {
    super(configuration);
    init();
  }

  /** Logits of shape [examples, classes]; the caller closes the array. */
  INDArray logits(INDArray features, boolean trainMode) {
    int beforeLoss = getnLayers() - 2;
    return outputOfLayerDetached(
        trainMode, FwdPassType.STANDARD, beforeLoss, features, null, null, null);
  }
}
