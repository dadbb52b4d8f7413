package org.sgdwalk.run;

/**
 * How fast a network computes: multiplications and additions a second of one thread, while as many
 * threads compute as runs are made side by side; all above 0.
 *
 * @param batches in gradients of mini-batches
 * @param examples in gradients of single examples
 * @param gradients in gradients of chunks
 * @param sections in cross-sections
 * @param curvature in Hessian products
 */
public record NetworkSpeed(
    double batches, double examples, double gradients, double sections, double curvature) {

  /** Checks that something can be done at each rate. */
  public NetworkSpeed {
    if (!(batches > 0 && examples > 0 && gradients > 0 && sections > 0 && curvature > 0)) {
      throw new IllegalArgumentException(
          "rates above 0, got %s, %s, %s, %s, %s"
              .formatted(batches, examples, gradients, sections, curvature));
    }
  }

  /** The same rate in everything. */
  public static NetworkSpeed of(double rate) {
    return new NetworkSpeed(rate, rate, rate, rate, rate);
  }
}
