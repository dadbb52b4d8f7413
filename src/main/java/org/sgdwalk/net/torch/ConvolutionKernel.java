package org.sgdwalk.net.torch;

import static org.sgdwalk.net.torch.Constants.NONE;

import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.sgdwalk.net.program.Convolution;
import org.sgdwalk.net.program.Node;
import org.sgdwalk.net.program.Parameter;
import org.sgdwalk.net.program.Shape;

/** y = x * W + b, on pixels. */
final class ConvolutionKernel implements Kernel {
  private final int node;
  private final int input;
  private final boolean hasBias;
  private final Convolver convolver;
  private final Channels channels;
  private final String weight;
  private final String bias;

  /** {@code result} is the shape of one example's y. */
  ConvolutionKernel(int position, Node node, Convolution layer, Shape result) {
    this.node = position;
    input = node.inputs().get(0);
    hasBias = layer.bias();
    convolver = new Convolver(layer);
    channels = new Channels(result);
    weight = node.name() + "." + Parameter.WEIGHT;
    bias = node.name() + "." + Parameter.BIAS;
  }

  @Override
  public boolean tangentsReadInput() {
    return true;
  }

  @Override
  public boolean tangentsReadGradient() {
    return true;
  }

  @Override
  public Tensor forward(Pass pass, Blocks theta) {
    return convolver.apply(pass.value(input), theta.view(weight), biasOf(theta));
  }

  private TensorOptional biasOf(Blocks blocks) {
    return hasBias ? blocks.optional(bias) : NONE;
  }

  @Override
  public void backward(Pass pass, Blocks theta, Blocks gradient) {
    Tensor dy = pass.gradient(node);
    Convolver.Gradients both = transpose(dy, pass.value(input), theta, pass);
    gradient.view(weight).copy_(both.ofWeight());
    sumOfPixels(dy, gradient);
    if (pass.wantsGradient(input)) {
      pass.addGradient(input, Objects.requireNonNull(both.ofInput()));
    }
  }

  private Convolver.Gradients transpose(Tensor dy, Tensor x, Blocks weights, Pass pass) {
    return convolver.transpose(dy, x, weights.view(weight), pass.wantsGradient(input));
  }

  private void sumOfPixels(Tensor dy, Blocks into) {
    if (hasBias) {
      into.view(bias).copy_(channels.sum(dy));
    }
  }

  @Override
  public Tensor forwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v) {
    Tensor moved = convolver.apply(pass.value(input), v.view(weight), biasOf(v));
    Tensor dotX = tangents.value(input);
    return dotX == null ? moved : moved.add_(convolver.apply(dotX, theta.view(weight), NONE));
  }

  @Override
  public void backwardTangent(
      Pass pass, Tangents tangents, Blocks theta, Blocks v, Blocks product) {
    Tensor dotDy = tangents.gradient(node);
    Convolver.Gradients ofGradient = transpose(dotDy, pass.value(input), theta, pass);
    product.view(weight).copy_(ofGradient.ofWeight());
    sumOfPixels(dotDy, product);
    Tensor dotX = tangents.value(input);
    if (dotX != null) {
      Convolver.Gradients ofValues = transpose(pass.gradient(node), dotX, v, pass);
      product.view(weight).add_(ofValues.ofWeight());
      tangents.addGradient(
          input,
          Objects.requireNonNull(ofGradient.ofInput())
              .add(Objects.requireNonNull(ofValues.ofInput())));
    }
  }
}
