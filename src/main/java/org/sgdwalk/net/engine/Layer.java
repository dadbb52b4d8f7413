package org.sgdwalk.net.engine;

import java.util.List;

/** A kind of layer: shapes, parameters, and the kernel that computes it on given arrays. */
sealed interface Layer
    permits Add, BatchNorm, Convolution, Flatten, GlobalAveragePool, Linear, MaxPool, Relu {

  /** Shape of one example's result. */
  Shape output(Shape input);

  /** What it adds to theta, in theta's order. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** Statistics that it keeps beside theta. */
  default List<Parameter> statistics() {
    return List.of();
  }

  /** Whether the backward pass reads what the forward pass read. */
  default boolean backwardReadsInput() {
    return false;
  }

  /** Whether the backward pass reads what the forward pass wrote; it may overwrite it. */
  default boolean backwardReadsOutput() {
    return false;
  }

  /** Whether the result may take the place of the input, forwards and backwards. */
  default boolean isInPlace() {
    return false;
  }

  /** Whether the gradient passes through unchanged to every input. */
  default boolean passesGradient() {
    return false;
  }

  /** Whether the backward pass can leave out the gradient of the network's input. */
  default boolean canSkipInputGradient() {
    return false;
  }

  /** Values an example that record on which side of its kinks the layer is; 0 for a smooth one. */
  default int pattern(Shape input) {
    return 0;
  }

  /** Values an example of working memory, held during one call. */
  default int scratch(Shape input, Purpose purpose) {
    return 0;
  }

  /** Multiplications and additions for one example of a forward pass. */
  default long operations(Shape input) {
    return 0;
  }

  /** The computation on these arrays. */
  Kernel bind(Ports ports);
}
