package org.sgdwalk.probe;

import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.util.MathArrays;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.Rounding;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.Chunks;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DataSpec;

/**
 * L(theta_t + a (theta_{t+1} - theta_t)) at K uniform values of a (section 3). Consecutive steps
 * share an end point; in train mode its loss is computed once.
 */
public final class CrossSectionProbe {
  private final LossSurface surface;
  private final CrossSectionSpec spec;
  private final DataSpec data;
  private final RandomGenerator order;
  private final double[] positions;
  private @Nullable ParameterVector lastEnd;
  private double lastEndLoss;

  /**
   * A probe for one run.
   *
   * @param data whose training examples and chunks
   * @param order draws the chunks of each point where they are reshuffled
   */
  public CrossSectionProbe(
      LossSurface surface, CrossSectionSpec spec, DataSpec data, RandomGenerator order) {
    this.surface = surface;
    this.spec = spec;
    this.data = data;
    this.order = order;
    this.positions = new double[spec.points()];
    for (int k = 0; k < positions.length; k++) {
      positions[k] = (double) k / (positions.length - 1);
    }
  }

  /**
   * Measures one step.
   *
   * @param evalMode the running statistics, used when the spec asks for eval mode
   * @return K losses in nats per example, for a = 0 to 1; not finite where the network overflows
   */
  public double[] measure(ParameterVector from, ParameterVector to, Normalization evalMode) {
    boolean sharesStart = spec.batchNorm() == BatchNormMode.TRAIN && from == lastEnd;
    double[] losses = new double[positions.length];
    int first = 0;
    if (sharesStart) {
      losses[first++] = lastEndLoss;
    }
    double[] missing = Arrays.copyOfRange(positions, first, positions.length);
    double[] measured = losses(from, to, missing, Rounding.NEAREST, data.chunk(), evalMode);
    System.arraycopy(measured, 0, losses, first, measured.length);
    lastEnd = to;
    lastEndLoss = losses[losses.length - 1];
    return losses;
  }

  /**
   * The loss at a point that the next step starts from, where it was measured as the end of the one
   * before; NaN where it was not.
   */
  public double sharedLoss(ParameterVector end) {
    return end == lastEnd ? lastEndLoss : Double.NaN;
  }

  /** Goes on as if a step had ended here with this loss; NaN for one that was not measured. */
  public void goTo(ParameterVector end, double loss) {
    lastEnd = Double.isNaN(loss) ? null : end;
    lastEndLoss = loss;
  }

  /**
   * Measures the same losses over other chunks, of about half the size, at points that are rounded
   * the other way: another order of summation, other rounding of theta and, in train-mode batch
   * norm, other statistics.
   */
  public double[] recheck(ParameterVector from, ParameterVector to, Normalization evalMode) {
    return losses(from, to, positions, Rounding.OTHER, otherChunk(), evalMode);
  }

  /**
   * Half of a chunk as it is, which is no larger than the part; larger where half is the same, is
   * one example or leaves one over, over which batch norm has no statistics.
   */
  private int otherChunk() {
    int chunk = Math.min(data.chunk(), data.train());
    int other = Math.max(2, (chunk + 1) / 2);
    while (other == chunk || data.train() % other == 1) {
      other++;
    }
    return other;
  }

  private double[] losses(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      Rounding rounding,
      int chunk,
      Normalization evalMode) {
    Normalization normalization =
        spec.batchNorm() == BatchNormMode.TRAIN ? Normalization.TRAIN : evalMode;
    if (spec.chunks() == Chunks.FIXED) {
      return surface.losses(from, to, a, rounding, chunk, normalization);
    }
    int[] examples = MathArrays.natural(data.train());
    return Arrays.stream(a)
        .map(
            position -> {
              MathArrays.shuffle(examples, order);
              return surface.loss(from, to, position, examples, chunk, normalization);
            })
        .toArray();
  }
}
