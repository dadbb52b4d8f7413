package org.sgdwalk.net.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sums over rows and pixels, a channel at a time, as products with a vector of ones: first over the
 * rows, then over the pixels. A reduction along strided axes takes eight times as long, and two
 * levels keep float32's rounding to that of some hundred terms each.
 */
final class ChannelSum {
  private ChannelSum() {}

  /**
   * Adds the operations.
   *
   * @param activation [rows, height, width, channels]
   * @param factor by which the sums are multiplied
   * @param sums shape [channels]
   */
  static void append(Operations operations, INDArray activation, double factor, INDArray sums) {
    INDArray rows = Ports.byRow(activation);
    long channels = activation.size(3);
    long pixels = rows.size(1) / channels;
    INDArray into = sums.reshape(1, channels);
    if (pixels == 1) {
      operations.then(
          NativeOp.product(ones(activation, rows.size(0)), false, rows, false, factor, into));
      return;
    }
    INDArray perPixel = Nd4j.createUninitialized(activation.dataType(), 1, rows.size(1));
    operations
        .then(NativeOp.product(ones(activation, rows.size(0)), false, rows, false, 1, perPixel))
        .then(
            NativeOp.product(
                ones(activation, pixels),
                false,
                perPixel.reshape(pixels, channels),
                false,
                factor,
                into));
  }

  private static INDArray ones(INDArray like, long count) {
    return Nd4j.ones(like.dataType(), 1, count);
  }
}
