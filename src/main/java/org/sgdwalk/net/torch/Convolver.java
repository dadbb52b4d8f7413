package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.convolution;
import static org.bytedeco.pytorch.global.torch.convolution_backward;
import static org.bytedeco.pytorch.global.torch.zeros_like;
import static org.sgdwalk.net.torch.Constants.forever;

import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.program.Convolution;

/**
 * The bilinear map of a convolution, x * W, and its two transposes. A kernel of one pixel with a
 * stride leaves pixels out; they are left out beforehand, since oneDNN 3's backward operation for
 * that (AVX2, channels last, few channels) writes beyond its memory.
 */
final class Convolver {
  private static final long[] ONES = {1, 1};
  private static final long[] ZEROS = {0, 0};
  private static final LongOptional OPEN = forever(new LongOptional());
  private static final BoolPointer BOTH = wanted(true);
  private static final BoolPointer WEIGHTS = wanted(false);

  private final long step;
  private final long[] stride;
  private final long[] padding;

  Convolver(Convolution layer) {
    boolean leavesOut = layer.size() == 1 && layer.stride() > 1;
    step = leavesOut ? layer.stride() : 1;
    stride = leavesOut ? ONES : new long[] {layer.stride(), layer.stride()};
    padding = new long[] {layer.padding(), layer.padding()};
  }

  private static BoolPointer wanted(boolean input) {
    return forever(new BoolPointer(3).put(0, input).put(1, true).put(2, false));
  }

  /** x * W + b. */
  Tensor apply(Tensor x, Tensor weight, TensorOptional bias) {
    return convolution(read(x), weight, bias, stride, padding, ONES, false, ZEROS, 1);
  }

  /**
   * Gradients of x and W.
   *
   * @param ofInput null where it was not wanted
   */
  record Gradients(@Nullable Tensor ofInput, Tensor ofWeight) {}

  /** The gradients for that of the result. */
  Gradients transpose(Tensor dy, Tensor x, Tensor weight, boolean wantsInput) {
    T_TensorTensorTensor_T all =
        convolution_backward(
            dy,
            read(x),
            weight,
            ONES,
            stride,
            padding,
            ONES,
            false,
            ZEROS,
            1,
            wantsInput ? BOTH : WEIGHTS);
    return new Gradients(wantsInput ? spread(all.get0(), x) : null, all.get1());
  }

  private Tensor read(Tensor x) {
    return step == 1 ? x : pixels(x).contiguous(MemoryFormat.ChannelsLast);
  }

  private Tensor spread(Tensor gradient, Tensor like) {
    if (step == 1) {
      return gradient;
    }
    Tensor all = zeros_like(like);
    pixels(all).copy_(gradient);
    return all;
  }

  /** Those that are read: the same memory. */
  private Tensor pixels(Tensor activation) {
    return activation.slice(2, OPEN, OPEN, step).slice(3, OPEN, OPEN, step);
  }
}
