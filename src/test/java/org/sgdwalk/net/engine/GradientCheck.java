package org.sgdwalk.net.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.MathArrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The backward pass of a program against central differences of 1/2 |logits - target|^2, at a
 * random theta, for random rows and targets, along one random direction in each block of theta; and
 * the same on the smooth piece of another theta, where most units with a kink would be elsewhere.
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

  /** Relative; the same sums in another order. */
  private static final double SAME = 1e-11;

  private final Program program;
  private final Engine engine;
  private final INDArray features;
  private final double[] target;

  private GradientCheck(Program program, DataType type, double[] features, double[] target) {
    this.program = program;
    this.engine = new Engine(program, type);
    this.features =
        Nd4j.createFromArray(features)
            .castTo(type)
            .reshape(features.length / program.input().size(), program.input().size());
    this.target = target;
  }

  /** Checks one program on as many rows; the seed draws everything else. */
  static void run(Program program, int rows, long seed) {
    RandomGenerator random = new Well19937c(seed);
    double[] features = gaussians(random, rows * program.input().size());
    double[] target = gaussians(random, rows * program.shape(program.size()).size());
    double[] theta = gaussians(random, program.theta().stream().mapToInt(Block::length).sum());
    try (GradientCheck exact = new GradientCheck(program, DataType.DOUBLE, features, target);
        GradientCheck single = new GradientCheck(program, DataType.FLOAT, features, target)) {
      double[] gradient = exact.gradient(theta);
      exact.compare(theta, gradient, random, exact::loss);
      exact.checkOnPiece(theta, gradient, random);
      assertThat(MathArrays.distance(single.gradient(theta), gradient))
          .isLessThan(TOLERANCE_32 * MathArrays.safeNorm(gradient));
    }
  }

  /** On the piece of theta: the same gradient there, and everywhere that of a smooth function. */
  private void checkOnPiece(double[] theta, double[] gradient, RandomGenerator random) {
    load(theta);
    engine.recordPiece(features);
    assertThat(MathArrays.distance(gradientOnPiece(theta), gradient))
        .isLessThan(SAME * (1 + MathArrays.safeNorm(gradient)));
    double[] elsewhere = gaussians(random, theta.length);
    compare(elsewhere, gradientOnPiece(elsewhere), random, this::lossOnPiece);
  }

  private void compare(
      double[] theta, double[] gradient, RandomGenerator random, ToDoubleFunction<double[]> loss) {
    double usual = MathArrays.safeNorm(gradient) / Math.sqrt(theta.length);
    for (Block block : program.theta()) {
      double[] direction = direction(block, theta.length, random);
      double difference =
          loss.applyAsDouble(moved(theta, STEP, direction))
              - loss.applyAsDouble(moved(theta, -STEP, direction));
      assertThat(MathArrays.linearCombination(gradient, direction))
          .as("%s %s", block.name(), block.shape())
          .isCloseTo(difference / (2 * STEP), within(TOLERANCE * usual));
    }
  }

  /** Again after a pass with fewer rows: what is left in the memory must not matter. */
  private double[] gradient(double[] theta) {
    double[] first = differentiate(theta, features);
    differentiate(theta, features.get(NDArrayIndex.interval(0, 1), NDArrayIndex.all()));
    assertThat(differentiate(theta, features)).isEqualTo(first);
    return first;
  }

  private double[] differentiate(double[] theta, INDArray rows) {
    load(theta);
    engine.differentiate(rows, (logits, gradient) -> gradient.assign(residual(logits)));
    return engine.gradient().dup().data().asDouble();
  }

  private double[] gradientOnPiece(double[] theta) {
    load(theta);
    engine.differentiateOnPiece(features, (logits, gradient) -> gradient.assign(residual(logits)));
    return engine.gradient().dup().data().asDouble();
  }

  private double lossOnPiece(double[] theta) {
    load(theta);
    double[] loss = new double[1];
    engine.differentiateOnPiece(features, (logits, gradient) -> loss[0] = loss(logits));
    return loss[0];
  }

  private double loss(double[] theta) {
    load(theta);
    return loss(engine.logits(features, true));
  }

  private double loss(INDArray logits) {
    double[] residual = residual(logits).data().asDouble();
    return MathArrays.linearCombination(residual, residual) / 2;
  }

  /** The loss's gradient with respect to the logits; a new array. */
  private INDArray residual(INDArray logits) {
    double[] wanted = Arrays.copyOf(target, Math.toIntExact(logits.length()));
    return logits.sub(
        Nd4j.createFromArray(wanted).castTo(logits.dataType()).reshape(logits.shape()));
  }

  private void load(double[] theta) {
    engine.theta().assign(Nd4j.createFromArray(theta).castTo(engine.theta().dataType()));
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
    engine.close();
  }
}
