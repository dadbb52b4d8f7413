package org.sgdwalk.net.engine;

/** What a pass is for, which decides what it keeps in memory. */
enum Purpose {
  /** Forward passes alone. */
  LOSS,
  /** Forward and backward. */
  GRADIENT,
  /** Forward and backward with every unit on the side of its kink that was recorded. */
  GRADIENT_OF_PIECE;

  /** Whether there is a backward pass. */
  boolean isTraining() {
    return this != LOSS;
  }

  /** Whether units with a kink have room to record their side. */
  boolean records() {
    return this == GRADIENT_OF_PIECE;
  }
}
