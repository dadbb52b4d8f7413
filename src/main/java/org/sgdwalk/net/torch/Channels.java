package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.program.Shape;

/**
 * An activation as a matrix, for operations a channel: [rows * pixels / fold, fold * channels].
 * libtorch's own run over the channels of one pixel after another. Folded, several pixels lie side
 * by side as if they were more channels, for two reasons: a loop over four to sixteen numbers takes
 * two to fifty times as long as one over a row of them; and libtorch sums rows one after another in
 * the activation's own precision, so that of 20,480 rows in float32 the fifth digit is lost, and
 * windows of max pooling change their winner.
 */
final class Channels {
  /** Columns up to which pixels lie side by side; wider rows leave the nearest cache. */
  private static final int WIDE = 1024;

  private final Shape shape;
  private final int fold;

  /** {@code shape} is that of one example's activation. */
  Channels(Shape shape) {
    this.shape = shape;
    int pixels = 1;
    while (2 * pixels * shape.channels() <= WIDE && shape.pixels() % (2 * pixels) == 0) {
      pixels *= 2;
    }
    fold = pixels;
  }

  /** Whether several pixels lie side by side. */
  boolean isFolded() {
    return fold > 1;
  }

  /** An activation as a matrix: the same memory where channels lie last. */
  Tensor fold(Tensor activation) {
    Tensor last = activation.dim() == 2 ? activation : activation.permute(0, 2, 3, 1);
    return last.reshape(-1, (long) fold * shape.channels());
  }

  /** The activation that a matrix is: [rows, channels, height, width], or like another. */
  Tensor unfold(Tensor matrix, Tensor like) {
    return like.dim() == 2
        ? matrix.view(like.size(0), shape.channels())
        : matrix
            .view(like.size(0), shape.height(), shape.width(), shape.channels())
            .permute(0, 3, 1, 2);
  }

  /** A number a channel as a number a column; {@code repeat} takes twice as long. */
  Tensor toColumns(Tensor perChannel) {
    return fold == 1 ? perChannel : perChannel.expand(fold, shape.channels()).reshape(-1);
  }

  /** Sums of columns as sums of channels. */
  Tensor toChannels(Tensor sums) {
    return fold == 1 ? sums : sums.view(fold, shape.channels()).sum(0);
  }

  /** The sum over rows and pixels. */
  Tensor sum(Tensor activation) {
    return toChannels(fold(activation).sum(0));
  }

  /** Numbers that a channel has in an activation. */
  long count(Tensor activation) {
    return activation.size(0) * shape.pixels();
  }

  /** Sides by side, one row a pixel of those that lie side by side. */
  Tensor byPixel(Tensor columns) {
    return columns.view(fold, shape.channels());
  }
}
