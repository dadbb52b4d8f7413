package org.sgdwalk.net.torch;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.Batch;
import org.sgdwalk.net.PendingLoss;

/** A loss of logits [rows, classes], with its first two derivatives. Called within a scope. */
interface LogitLoss {

  /** The loss of a batch. */
  PendingLoss of(Tensor logits, Batch batch);

  /** The losses at several points, from logits [rows, points, classes]. */
  List<PendingLoss> ofEach(Tensor logits, Batch batch);

  /** The loss, and the gradient of its mean with respect to the logits, in their precision. */
  Differentiated differentiate(Tensor logits, Batch batch);

  /** That gradient alone. */
  Tensor gradient(Tensor logits, Batch batch);

  /** The derivative of that gradient when the logits change so. */
  Tensor curvature(Tensor logits, Tensor change);

  /** The derivative of each row's own loss when the logits change so: [rows]. */
  default Tensor slopes(Tensor logits, Tensor change, Batch batch) {
    return gradient(logits, batch).mul(change).sum(1).mul(new Scalar(logits.size(0)));
  }

  /**
   * A loss and its gradient.
   *
   * @param gradient like the logits
   */
  record Differentiated(PendingLoss loss, Tensor gradient) {}
}
