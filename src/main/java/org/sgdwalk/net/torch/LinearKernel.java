package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.baddbmm_out;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.mm_out;
import static org.bytedeco.pytorch.global.torch.sum_out;

import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.program.Node;
import org.sgdwalk.net.program.Parameter;

/** y = x W' + b. */
final class LinearKernel implements StackableKernel {
  private static final long[] ROWS = {0};

  private final int node;
  private final int input;
  private final String weight;
  private final String bias;

  LinearKernel(int position, Node node) {
    this.node = position;
    input = node.inputs().get(0);
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
    return linear(pass.value(input), theta.view(weight), theta.optional(bias));
  }

  /** A product a point, each written where its point lies. */
  @Override
  public Tensor forward(Pass pass, PointStack theta) {
    Tensor x = pass.value(input);
    Tensor weights = theta.view(weight);
    Tensor y = theta.room(x.size(0), weights.size(1));
    baddbmm_out(
        y.transpose(0, 1),
        theta.view(bias).unsqueeze(1),
        x.transpose(0, 1),
        weights.transpose(1, 2));
    return y;
  }

  @Override
  public void backward(Pass pass, Blocks theta, Blocks gradient) {
    Tensor dy = pass.gradient(node);
    mm_out(gradient.view(weight), dy.t(), pass.value(input));
    sum_out(gradient.view(bias), dy, ROWS);
    if (pass.wantsGradient(input)) {
      pass.addGradient(input, dy.mm(theta.view(weight)));
    }
  }

  @Override
  public Tensor forwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v) {
    Tensor moved = linear(pass.value(input), v.view(weight), v.optional(bias));
    Tensor dotX = tangents.value(input);
    return dotX == null ? moved : moved.addmm_(dotX, theta.view(weight).t());
  }

  @Override
  public void backwardTangent(
      Pass pass, Tangents tangents, Blocks theta, Blocks v, Blocks product) {
    Tensor dy = pass.gradient(node);
    Tensor dotDy = tangents.gradient(node);
    Tensor dotX = tangents.value(input);
    mm_out(product.view(weight), dotDy.t(), pass.value(input));
    if (dotX != null) {
      product.view(weight).addmm_(dy.t(), dotX);
    }
    sum_out(product.view(bias), dotDy, ROWS);
    if (pass.wantsGradient(input)) {
      tangents.addGradient(input, dotDy.mm(theta.view(weight)).addmm_(dy, v.view(weight)));
    }
  }
}
