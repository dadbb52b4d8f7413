package org.sgdwalk.claim;

/**
 * A range of updates, 1-based, ends included.
 *
 * @param first first update
 * @param last last update
 */
public record Window(int first, int last) {
  /** Checks the order. */
  public Window {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException(
          "a window is 1 <= first <= last, got " + first + "-" + last);
    }
  }

  /** Whether the update lies in the window. */
  public boolean contains(int step) {
    return step >= first && step <= last;
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
