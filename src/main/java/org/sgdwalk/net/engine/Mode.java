package org.sgdwalk.net.engine;

/**
 * How a forward pass runs. A ReLU network is smooth but for its kinks: where a unit changes its
 * sign, or another pixel wins a pooling. With every unit held on the side that it has at some theta
 * the network is a smooth function of theta, and its Hessian there is that of the loss.
 */
enum Mode {
  /** Batch norm with the running statistics. */
  EVAL,
  /** Batch norm with the rows' own statistics. */
  TRAIN,
  /** As in train mode, and units with a kink record on which side of it they are. */
  RECORD,
  /** Batch norm as in training, units with a kink on the side that was recorded. */
  REPLAY
}
