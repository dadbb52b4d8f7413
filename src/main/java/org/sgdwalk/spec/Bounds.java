package org.sgdwalk.spec;

/** The most that counts in a spec may be; far beyond what can be run, and safe to count with. */
final class Bounds {
  /** Images a part: no data set that is read has more (an IDX file holds at most 1 GiB). */
  static final int IMAGES = 10_000_000;

  /**
   * Units or channels: two layers of so many already have 4e9 weights between them, and theta is
   * one vector of at most 2^31 - 1 components.
   */
  static final int WIDTH = 65_536;

  /** Layers of an MLP, and of a ResNet: the deepest of He et al. (2016) has 1,202. */
  static final int DEPTH = 1_202;

  /** Hessian-vector products and random vectors: each is two gradients, or a vector in memory. */
  static final int PRODUCTS = 100_000;

  /**
   * The smallest deviation to divide by: of 10,000,000 images of 64 x 64 pixels of 8 bits, one
   * pixel of which is not 0 but 1, it is 2e-8. Less would only overflow.
   */
  static final double STD = 1e-8;

  private Bounds() {}

  /** Checks a count of 1 or more. */
  static void requireCount(int count, int most, String key) {
    SpecException.require(count >= 1 && count <= most, key, "1 to " + most, count);
  }
}
