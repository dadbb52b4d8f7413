package org.sgdwalk.data;

/**
 * How the paper divides the training file: the first examples train, the last ones validate.
 *
 * @param train examples to train on
 * @param validation examples to validate on
 */
public record PaperSplit(int train, int validation) {
  /** Checks that each is at least 1. */
  public PaperSplit {
    if (train < 1 || validation < 1) {
      throw new IllegalArgumentException(
          "paper's split %d/%d; must be at least 1 each".formatted(train, validation));
    }
  }
}
