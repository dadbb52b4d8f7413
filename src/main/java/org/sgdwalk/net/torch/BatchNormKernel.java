package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.addcmul_out;
import static org.bytedeco.pytorch.global.torch.native_batch_norm_backward;
import static org.bytedeco.pytorch.global.torch.ones_like;
import static org.bytedeco.pytorch.global.torch.zeros_like;
import static org.sgdwalk.net.torch.Constants.NONE;
import static org.sgdwalk.net.torch.Constants.forever;

import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.sgdwalk.net.program.BatchNorm;
import org.sgdwalk.net.program.Node;
import org.sgdwalk.net.program.Parameter;
import org.sgdwalk.net.program.Shape;

/**
 * y = g n + b per channel, where n = (x - mean) r is normalised and r = 1 / sqrt(variance +
 * epsilon). With B(z) = z - mean(z) - n mean(n z) over rows and pixels, and a prime for the
 * derivative along a direction:
 *
 * <ul>
 *   <li>the gradient is dx = g r B(dy);
 *   <li>n' = r B(x'), and r' = -r^2 mean(n x');
 *   <li>dx' = g r B(dy') + (g' r + g r') B(dy) - g r (n' mean(n dy) + n mean(n' dy)).
 * </ul>
 *
 * <p>In eval mode mean and variance are constants: dx = g r dy, n' = r x', dx' = g r dy' + g' r dy.
 */
final class BatchNormKernel implements StackableKernel {
  private static final BoolPointer SUMS =
      forever(new BoolPointer(3).put(0, false).put(1, true).put(2, true));

  private final int node;
  private final int input;
  private final Channels channels;
  private final boolean inPlace;
  private final double epsilon;
  private final String weight;
  private final String bias;
  private final String mean;
  private final String variance;
  private final Blocks running;
  private final Blocks ofBatch;

  /**
   * A kernel.
   *
   * @param shape one example's activation
   * @param inPlace whether passes for losses may overwrite the input: nobody else reads it
   * @param running the running statistics of eval mode
   * @param ofBatch where training passes leave the means and unbiased variances
   */
  BatchNormKernel(
      int position,
      Node node,
      BatchNorm layer,
      Shape shape,
      boolean inPlace,
      Blocks running,
      Blocks ofBatch) {
    this.node = position;
    this.inPlace = inPlace;
    this.running = running;
    this.ofBatch = ofBatch;
    input = node.inputs().get(0);
    channels = new Channels(shape);
    epsilon = layer.epsilon();
    weight = node.name() + "." + Parameter.WEIGHT;
    bias = node.name() + "." + Parameter.BIAS;
    mean = node.name() + "." + Parameter.RUNNING_MEAN;
    variance = node.name() + "." + Parameter.RUNNING_VARIANCE;
  }

  @Override
  public boolean tangentsReadGradient() {
    return true;
  }

  @Override
  public Tensor forward(Pass pass, Blocks theta) {
    Tensor x = channels.fold(pass.value(input));
    Statistics seen =
        pass.inEvalMode()
            ? new Statistics(running.view(mean), running.view(variance))
            : Statistics.of(x, channels);
    Tensor r = seen.scale(epsilon);
    Tensor g = theta.view(weight);
    Tensor b = theta.view(bias);
    Tensor y =
        switch (pass.purpose()) {
          case EVAL_LOSS, LOSS -> normalized(x, seen.mean(), r, g, b, inPlace);
          case GRADIENT -> {
            leaveStatistics(seen, channels.count(pass.value(input)));
            pass.keep(node, seen.mean(), r);
            yield normalized(x, seen.mean(), r, g, b, false);
          }
          case LINEARIZATION, EVAL_LINEARIZATION -> {
            Tensor n = normalized(x, seen.mean(), r);
            pass.keep(node, n, r);
            yield affine(n, g, b);
          }
        };
    return channels.unfold(y, pass.value(input));
  }

  /** Points lie side by side as if they were more features. */
  @Override
  public Tensor forward(Pass pass, PointStack theta) {
    Tensor x = pass.value(input);
    Tensor matrix = x.reshape(x.size(0), -1);
    Statistics seen = pass.inEvalMode() ? running(x.size(1)) : Statistics.of(matrix, channels);
    Tensor g = theta.view(weight).reshape(-1);
    Tensor b = theta.view(bias).reshape(-1);
    return normalized(matrix, seen.mean(), seen.scale(epsilon), g, b, inPlace).view_as(x);
  }

  private Statistics running(long points) {
    return new Statistics(running.view(mean).repeat(points), running.view(variance).repeat(points));
  }

  /** g n + b, in one go over x, where x is or elsewhere. */
  private Tensor normalized(
      Tensor x, Tensor ofMean, Tensor r, Tensor g, Tensor b, boolean overwrite) {
    Tensor factor = g.mul(r);
    Tensor shift = b.sub(ofMean.mul(factor));
    return overwrite
        ? addcmul_out(x, channels.toColumns(shift), x, channels.toColumns(factor))
        : affine(x, factor, shift);
  }

  private Tensor normalized(Tensor x, Tensor ofMean, Tensor r) {
    return x.sub(channels.toColumns(ofMean)).mul_(channels.toColumns(r));
  }

  private Tensor affine(Tensor matrix, Tensor factor, Tensor shift) {
    return channels.toColumns(shift).addcmul(matrix, channels.toColumns(factor));
  }

  /** The variance unbiased, as PyTorch's running variance has it; 0 for a single number. */
  private void leaveStatistics(Statistics seen, long count) {
    ofBatch.view(mean).copy_(seen.mean());
    ofBatch
        .view(variance)
        .copy_(seen.variance())
        .mul_(new Scalar(count == 1 ? 1 : (double) count / (count - 1)));
  }

  @Override
  public void backward(Pass pass, Blocks theta, Blocks gradient) {
    Tensor dy = channels.fold(pass.gradient(node));
    Tensor r = pass.kept(node, 1);
    boolean again = pass.isLinearization();
    Tensor n =
        again
            ? pass.kept(node, 0)
            : normalized(channels.fold(pass.value(input)), pass.kept(node, 0), r);
    Sums sums = sums(dy, n);
    gradient.view(weight).copy_(sums.withN());
    gradient.view(bias).copy_(sums.plain());
    if (again) {
      pass.keepAlso(node, sums.withN(), sums.plain());
    }
    if (pass.wantsGradient(input)) {
      Tensor gr = theta.view(weight).mul(r);
      Tensor dx = pass.inEvalMode() ? scaled(dy, gr) : project(dy, n, gr, sums, share(pass));
      pass.addGradient(input, channels.unfold(dx, pass.gradient(node)));
    }
  }

  private Tensor scaled(Tensor matrix, Tensor factor) {
    return matrix.mul(channels.toColumns(factor));
  }

  private Scalar share(Pass pass) {
    return new Scalar(1.0 / channels.count(pass.gradient(node)));
  }

  /** w B(z). */
  private Tensor project(Tensor z, Tensor n, Tensor w, Sums sums, Scalar share) {
    Tensor minusW = w.neg();
    Tensor shift = sums.plain().mul(share).mul_(minusW);
    Tensor alongN = sums.withN().mul(share).mul_(minusW);
    return affine(n, alongN, shift).addcmul_(z, channels.toColumns(w));
  }

  /** Sums a channel: of n z, and of z. */
  private record Sums(Tensor withN, Tensor plain) {}

  /** libtorch's backward operation makes both in one go. */
  private Sums sums(Tensor z, Tensor n) {
    Tensor zero = zeros_like(n.select(0, 0));
    T_TensorTensorTensor_T both =
        native_batch_norm_backward(
            z,
            n,
            NONE,
            NONE,
            NONE,
            new TensorOptional(zero),
            new TensorOptional(ones_like(zero)),
            true,
            epsilon,
            SUMS);
    return new Sums(
        new Tensor(channels.toChannels(both.get1())), new Tensor(channels.toChannels(both.get2())));
  }

  @Override
  public Tensor forwardTangent(Pass pass, Tangents tangents, Blocks theta, Blocks v) {
    Tensor n = pass.kept(node, 0);
    Tensor r = pass.kept(node, 1);
    Tensor dotY = affine(n, v.view(weight), v.view(bias));
    Tensor dotX = tangents.value(input);
    if (dotX == null) {
      tangents.keep(node, zeros_like(n), zeros_like(r));
    } else {
      Tensor matrix = channels.fold(dotX);
      Tensor dotN = dotN(pass, tangents, matrix, n, r);
      dotY.addcmul_(dotN, channels.toColumns(theta.view(weight)));
    }
    return channels.unfold(dotY, pass.gradient(node));
  }

  /** n', which it keeps, with the sum of n x'. */
  private Tensor dotN(Pass pass, Tangents tangents, Tensor dotX, Tensor n, Tensor r) {
    if (pass.inEvalMode()) {
      Tensor dotN = scaled(dotX, r);
      tangents.keep(node, dotN);
      return dotN;
    }
    Sums sums = sums(dotX, n);
    Tensor dotN = project(dotX, n, r, sums, share(pass));
    tangents.keep(node, dotN, sums.withN());
    return dotN;
  }

  @Override
  public void backwardTangent(
      Pass pass, Tangents tangents, Blocks theta, Blocks v, Blocks product) {
    Tensor n = pass.kept(node, 0);
    Tensor dotDy = channels.fold(tangents.gradient(node));
    Sums sums = sums(dotDy, n);
    Tensor dotN = tangents.kept(node, 0);
    Tensor dy = channels.fold(pass.gradient(node));
    Tensor ofDotNDy = channels.toChannels(dotN.mul(dy).sum(0));
    product.view(weight).copy_(sums.withN()).add_(ofDotNDy);
    product.view(bias).copy_(sums.plain());
    if (!pass.wantsGradient(input)) {
      return;
    }
    Tensor r = pass.kept(node, 1);
    Tensor dotDx =
        pass.inEvalMode()
            ? scaled(dotDy, theta.view(weight).mul(r))
                .addcmul_(dy, channels.toColumns(v.view(weight).mul(r)))
            : dotDx(pass, tangents, theta, v, new Cotangent(dy, dotDy, sums, ofDotNDy));
    tangents.addGradient(input, channels.unfold(dotDx, pass.gradient(node)));
  }

  /**
   * dy and its derivative.
   *
   * @param sums those of dy'
   * @param ofDotN sum a channel of n' dy
   */
  private record Cotangent(Tensor dy, Tensor dotDy, Sums sums, Tensor ofDotN) {}

  /** dx' in train mode. */
  private Tensor dotDx(Pass pass, Tangents tangents, Blocks theta, Blocks v, Cotangent at) {
    Scalar share = share(pass);
    Tensor n = pass.kept(node, 0);
    Tensor r = pass.kept(node, 1);
    Tensor dotN = tangents.kept(node, 0);
    Tensor gr = theta.view(weight).mul(r);
    Tensor meanNDotX = tangents.kept(node, 1).mul(share);
    Tensor meanNDy = pass.kept(node, 2).mul(share);
    Tensor meanDy = pass.kept(node, 3).mul(share);
    // g' r + g r', with which B(dy) counts.
    Tensor c = v.view(weight).mul(r).sub_(gr.mul(r).mul_(meanNDotX));
    Tensor shift = gr.mul(at.sums().plain().mul(share)).add_(c.mul(meanDy)).neg_();
    Tensor meanOfDot = at.sums().withN().mul(share).add_(at.ofDotN().mul(share));
    Tensor alongN = gr.mul(meanOfDot).add_(c.mul(meanNDy)).neg_();
    return affine(n, alongN, shift)
        .addcmul_(at.dotDy(), channels.toColumns(gr))
        .addcmul_(at.dy(), channels.toColumns(c))
        .addcmul_(dotN, channels.toColumns(gr.mul(meanNDy).neg_()));
  }
}
