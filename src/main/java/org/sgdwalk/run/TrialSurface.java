package org.sgdwalk.run;

import java.util.Arrays;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.MathArrays;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.PassOperations;
import org.sgdwalk.net.Rounding;

/** Work on one thread's surface; each piece says how many multiplications and additions it was. */
final class TrialSurface implements AutoCloseable {
  /** As many as share what they start from in an iteration that stops early. */
  private static final int PRODUCTS = 8;

  private final LossSurface surface;
  private final PassOperations an;
  private final int chunk;
  private final int[] batch;
  private final ParameterVector theta;
  private final ParameterVector next;
  private final ParameterVector other;

  /** The surface becomes its own. */
  TrialSurface(LossSurface surface, PassOperations an, int chunk, int batch) {
    this.surface = surface;
    this.an = an;
    this.chunk = chunk;
    this.batch = MathArrays.natural(batch);
    theta = surface.initialTheta(new Well19937c(0));
    next = theta.copy().addScaled(1e-3, surface.normal(0));
    other = theta.copy().addScaled(1e-3, surface.normal(1));
  }

  /** The gradient of a mini-batch. */
  double batch() {
    surface.batchGradient(theta, batch);
    return an.gradient() * batch.length;
  }

  /** The gradient of one example. */
  double example() {
    surface.batchGradient(theta, new int[] {0});
    return an.gradient();
  }

  /** The gradient of a chunk. */
  double gradient() {
    surface.fullGradient(theta);
    return an.gradient() * chunk;
  }

  /** A loss over a chunk. */
  double loss() {
    return losses(0) * an.forward() * chunk;
  }

  /** The points of a cross-section, less the one that it shares with the one before. */
  double section() {
    int points =
        losses(Arrays.stream(MathArrays.natural(10)).mapToDouble(i -> (i + 1) / 10.0).toArray());
    return (an.pointOfLine() * points + an.line()) * chunk;
  }

  private int losses(double... a) {
    surface.losses(theta, next, a, Rounding.NEAREST, chunk, Normalization.TRAIN);
    return a.length;
  }

  /** Hessian products at a theta, and what they start from: away from it and back again. */
  double products() {
    surface.hessianVector(other, next, Normalization.TRAIN);
    for (int i = 0; i < PRODUCTS; i++) {
      surface.hessianVector(theta, next, Normalization.TRAIN);
    }
    return (2 * an.gradient() + (1 + PRODUCTS) * an.product()) * chunk;
  }

  @Override
  public void close() {
    surface.close();
  }
}
