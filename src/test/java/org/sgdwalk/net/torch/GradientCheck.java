package org.sgdwalk.net.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bytedeco.pytorch.Tensor;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.MathArrays;
import org.sgdwalk.net.Batch;
import org.sgdwalk.net.CrossEntropy;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.Linearization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.PendingLoss;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.net.program.Block;
import org.sgdwalk.net.program.Parameter;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.Precision;

/**
 * The backward pass of a program against central differences of 1/2 |logits - target|^2, at a
 * random theta, for random rows and targets, along one random direction in each block of theta; and
 * the product with the Hessian along each of them against central differences of that gradient;
 * both with batch norm in train mode and in eval mode.
 *
 * <p>The step: in float64 a loss of some tens is rounded at about 1e-15, which the difference makes
 * 1e-8; the error of second order is 1e-14 times a third derivative. A shorter step would gain
 * nothing, a longer one would meet kinks of ReLU and max pooling: with this one, about one in a
 * million directions does.
 */
final class GradientCheck implements AutoCloseable {
  private static final double STEP = 1e-7;

  /**
   * Of |g| / sqrt(P), the usual size of a derivative along a random direction; a hundred times what
   * is left of rounding.
   */
  private static final double TOLERANCE = 1e-5;

  /** What float32, whose kernels are others, may differ by: rounding that batch norm magnifies. */
  private static final double TOLERANCE_32 = 1e-3;

  private final Program program;
  private final Precision precision;
  private final Memory memory;
  private final Replica replica;
  private final double[] features;
  private final double[] target;

  private GradientCheck(Program program, Precision precision, double[] features, double[] target) {
    this.program = program;
    this.precision = precision;
    Engines.of(Engines.STANDARD).start();
    memory = new Memory(precision, Place.cpu());
    replica = new TorchReplica(program, memory, new HalfSquare());
    this.features = features;
    this.target = target;
  }

  /** Checks one program on as many rows; the seed draws everything else. */
  static void run(Program program, int rows, long seed) {
    RandomGenerator random = new Well19937c(seed);
    double[] features = gaussians(random, rows * program.input().size());
    double[] target = gaussians(random, rows * program.shape(program.size()).size());
    double[] theta = gaussians(random, program.parameters());
    try (GradientCheck exact = new GradientCheck(program, Precision.FLOAT64, features, target);
        GradientCheck single = new GradientCheck(program, Precision.FLOAT32, features, target)) {
      double[] gradient = exact.gradient(theta);
      exact.compare(theta, gradient, true, random);
      assertThat(MathArrays.distance(single.gradient(theta), gradient))
          .isLessThan(TOLERANCE_32 * MathArrays.safeNorm(gradient));
      exact.compareProducts(theta, true, random);
      exact.compareInEvalMode(theta, random);
    }
  }

  private void compareInEvalMode(double[] theta, RandomGenerator random) {
    replica.useStatistics(vector(statistics(random)));
    try (Rows all = rows(count())) {
      compare(theta, differentiate(theta, all, false), false, random);
    }
    compareProducts(theta, false, random);
  }

  /** Normal means, log-normal variances. */
  private double[] statistics(RandomGenerator random) {
    double[] drawn = gaussians(random, program.statisticsLength());
    for (Block block : program.statistics()) {
      for (int i = 0;
          i < block.length() && block.name().endsWith(Parameter.RUNNING_VARIANCE);
          i++) {
        drawn[block.offset() + i] = Math.exp(drawn[block.offset() + i]);
      }
    }
    return drawn;
  }

  private void compare(
      double[] theta, double[] gradient, boolean trainMode, RandomGenerator random) {
    double usual = MathArrays.safeNorm(gradient) / Math.sqrt(theta.length);
    for (Block block : program.theta()) {
      double[] direction = direction(block, theta.length, random);
      double difference =
          loss(moved(theta, STEP, direction), trainMode)
              - loss(moved(theta, -STEP, direction), trainMode);
      assertThat(MathArrays.linearCombination(gradient, direction))
          .as("%s %s", block.name(), block.shape())
          .isCloseTo(difference / (2 * STEP), within(TOLERANCE * usual));
    }
  }

  private void compareProducts(double[] theta, boolean trainMode, RandomGenerator random) {
    try (Rows all = rows(count())) {
      replica.moveTo(vector(theta));
      try (Linearization there = replica.linearize(all.batch(), trainMode)) {
        for (Block block : program.theta()) {
          double[] direction = direction(block, theta.length, random);
          replica.moveTo(vector(theta));
          replica.moveGradient(there, all.batch(), vector(direction));
          double[] product = replica.gradient().toArray();
          double[] after = differentiate(moved(theta, STEP, direction), all, trainMode);
          double[] before = differentiate(moved(theta, -STEP, direction), all, trainMode);
          double[] difference =
              MathArrays.scale(1 / (2 * STEP), MathArrays.ebeSubtract(after, before));
          assertThat(MathArrays.distance(product, difference))
              .as("%s %s", block.name(), block.shape())
              .isLessThan(TOLERANCE * (MathArrays.safeNorm(difference) + gradientScale(before)));
        }
      }
    }
  }

  /** What rounding of the gradients leaves in their difference. */
  private static double gradientScale(double[] gradient) {
    return MathArrays.safeNorm(gradient);
  }

  /** Again after a pass with fewer rows: what is left in the memory must not matter. */
  private double[] gradient(double[] theta) {
    try (Rows all = rows(count());
        Rows one = rows(1)) {
      double[] first = differentiate(theta, all, true);
      differentiate(theta, one, true);
      assertThat(differentiate(theta, all, true)).isEqualTo(first);
      return first;
    }
  }

  /** In eval mode only what Hessian products start from has a gradient. */
  private double[] differentiate(double[] theta, Rows rows, boolean trainMode) {
    replica.moveTo(vector(theta));
    if (trainMode) {
      replica.differentiate(rows.batch(), null);
    } else {
      replica.linearize(rows.batch(), false).close();
    }
    return replica.gradient().toArray();
  }

  private double loss(double[] theta, boolean trainMode) {
    try (Rows all = rows(count())) {
      replica.moveTo(vector(theta));
      return ((CrossEntropy) replica.loss(all.batch(), trainMode)).lossSum();
    }
  }

  /** 1/2 |logits - target|^2, whose curvature is 1. */
  private final class HalfSquare implements LogitLoss {
    @Override
    public PendingLoss of(Tensor logits, Batch batch) {
      double[] residual = residual(logits);
      return new CrossEntropy(MathArrays.linearCombination(residual, residual) / 2, 0, 1);
    }

    @Override
    public List<PendingLoss> ofEach(Tensor logits, Batch batch) {
      throw new UnsupportedOperationException("no line is asked for");
    }

    @Override
    public Differentiated differentiate(Tensor logits, Batch batch) {
      return new Differentiated(of(logits, batch), gradient(logits, batch));
    }

    @Override
    public Tensor gradient(Tensor logits, Batch batch) {
      return memory.matrix(residual(logits), logits.size(0));
    }

    @Override
    public Tensor curvature(Tensor logits, Tensor change) {
      return change;
    }

    private double[] residual(Tensor logits) {
      double[] values = memory.read(logits);
      return MathArrays.ebeSubtract(values, Arrays.copyOf(target, values.length));
    }
  }

  /** Rows of which a batch is made. */
  private record Rows(Features features) implements AutoCloseable {
    Batch batch() {
      return new Batch(features, Collections.nCopies(features.rows(), 0));
    }

    @Override
    public void close() {
      features.close();
    }
  }

  private int count() {
    return features.length / program.input().size();
  }

  private Rows rows(int count) {
    int values = program.input().size();
    Features rows = TorchFeatures.room(memory, count, values);
    rows.write(Arrays.copyOf(features, count * values), Collections.nCopies(count, 0));
    return new Rows(rows);
  }

  private ParameterVector vector(double[] components) {
    return ParameterVector.of(precision, components);
  }

  private static double[] direction(Block block, int length, RandomGenerator random) {
    double[] inBlock = gaussians(random, block.length());
    double norm = MathArrays.safeNorm(inBlock);
    double[] direction = new double[length];
    for (int i = 0; i < inBlock.length; i++) {
      direction[block.offset() + i] = inBlock[i] / norm;
    }
    return direction;
  }

  private static double[] moved(double[] theta, double step, double[] direction) {
    return MathArrays.ebeAdd(theta, MathArrays.scale(step, direction));
  }

  private static double[] gaussians(RandomGenerator random, int count) {
    return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
  }

  @Override
  public void close() {
    replica.close();
  }
}
