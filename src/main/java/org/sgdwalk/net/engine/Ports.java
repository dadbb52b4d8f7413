package org.sgdwalk.net.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays of one node for one number of rows. Activations are [rows, height, width, channels].
 *
 * @param inputs what it reads
 * @param output what it writes
 * @param inputGradients where the gradient of each input goes; null in a forward pass, and for the
 *     network's input where the layer can do without
 * @param outputGradient gradient of the output; null in a forward pass
 * @param forwardScratch working memory of the layer's size for these rows, flat; null when it asked
 *     for none
 * @param backwardScratch the same, during the backward pass
 * @param pattern where the layer records on which side of its kinks it is, flat; null where the
 *     pass does not ask, and for a smooth layer
 * @param parameters its blocks of theta, gradient and statistics
 */
record Ports(
    List<INDArray> inputs,
    INDArray output,
    List<@Nullable INDArray> inputGradients,
    @Nullable INDArray outputGradient,
    @Nullable INDArray forwardScratch,
    @Nullable INDArray backwardScratch,
    @Nullable INDArray pattern,
    ParameterArrays parameters) {

  /** A layer's own blocks, by the parameter's name. */
  interface ParameterArrays {
    /** Block of theta or of the running statistics. */
    INDArray value(String parameter);

    /** Block of the gradient, or of the batch statistics. */
    INDArray gradient(String parameter);
  }

  INDArray input() {
    return inputs.get(0);
  }

  @Nullable INDArray inputGradient() {
    return inputGradients.get(0);
  }

  INDArray requireInputGradient() {
    return Objects.requireNonNull(inputGradient(), "the layer writes its input's gradient");
  }

  boolean isTraining() {
    return outputGradient != null;
  }

  INDArray requireOutputGradient() {
    return Objects.requireNonNull(outputGradient, "a training pass has gradients");
  }

  INDArray requireForwardScratch() {
    return Objects.requireNonNull(forwardScratch, "the layer asks for scratch");
  }

  INDArray requireBackwardScratch() {
    return Objects.requireNonNull(backwardScratch, "the layer asks for scratch");
  }

  DataType type() {
    return output.dataType();
  }

  /** An activation as a matrix [rows * pixels, channels]. */
  static INDArray byChannel(INDArray activation) {
    long channels = activation.size(3);
    return activation.reshape(activation.length() / channels, channels);
  }

  /** An activation as a matrix [rows, pixels * channels]. */
  static INDArray byRow(INDArray activation) {
    long rows = activation.size(0);
    return activation.reshape(rows, activation.length() / rows);
  }
}
