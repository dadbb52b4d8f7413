package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.batch_norm_update_stats;
import static org.sgdwalk.net.torch.Constants.NONE;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;

/**
 * Mean and biased variance a channel.
 *
 * @param mean [channels]
 * @param variance [channels]
 */
record Statistics(Tensor mean, Tensor variance) {
  /** Those of an activation as a matrix. */
  static Statistics of(Tensor matrix, Channels channels) {
    T_TensorTensor_T columns = batch_norm_update_stats(matrix, NONE, NONE, 0);
    if (!channels.isFolded()) {
      return new Statistics(columns.get0(), columns.get1());
    }
    // The law of total variance: within columns, and between their means.
    Tensor means = channels.byPixel(columns.get0());
    Tensor mean = means.mean(0);
    Tensor between = means.sub(mean).square().mean(0);
    return new Statistics(mean, channels.byPixel(columns.get1()).mean(0).add_(between));
  }

  /** 1 / sqrt(variance + epsilon). */
  Tensor scale(double epsilon) {
    return variance.add(new Scalar(epsilon)).rsqrt_();
  }
}
